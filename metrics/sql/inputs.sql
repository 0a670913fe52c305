-- The relations an assessment reads, with the values that hold where a caller says nothing.
CREATE OR REPLACE TEMP TABLE asked (
    assess_id BIGINT, region VARCHAR, indicator_id VARCHAR, rule VARCHAR, method VARCHAR,
    d TINYINT,                                  -- +1 higher is better, -1 lower is better
    value DOUBLE, benchmark_indicator VARCHAR, benchmark_region VARCHAR, peer_group VARCHAR,
    base_value DOUBLE, base_date DATE, start DATE, due_end DATE, plan_end DATE, as_of DATE,
    interval_months INTEGER DEFAULT 12,         -- reporting interval of the indicator
    natural_limit DOUBLE,                       -- 100 for a percentage
    increment BOOLEAN DEFAULT FALSE, accumulates BOOLEAN DEFAULT FALSE, is_event BOOLEAN DEFAULT FALSE,
    scheme_ended DATE, unit_fits BOOLEAN DEFAULT TRUE,
    reroute BOOLEAN DEFAULT TRUE,               -- false: the method given is never replaced by another
    pace_high DOUBLE, pace_middle DOUBLE, pace_low DOUBLE,
    trend_high DOUBLE, trend_middle DOUBLE, trend_low DOUBLE,
    early DOUBLE, stale_after INTEGER, linear_beside DOUBLE
);
CREATE OR REPLACE TEMP TABLE point (
    region VARCHAR, indicator_id VARCHAR, period_end DATE, months INTEGER DEFAULT 12, value DOUBLE,
    provisional BOOLEAN DEFAULT FALSE, series_break BOOLEAN DEFAULT FALSE, demo BOOLEAN DEFAULT FALSE,
    origin VARCHAR DEFAULT 'own', load_id BIGINT
);
CREATE OR REPLACE TEMP TABLE standing (
    region VARCHAR, indicator_id VARCHAR, peer_group VARCHAR, period_end DATE, standing INTEGER
);
