-- Schema of the board, version 1. Later versions are numbered files in migrations/.
CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

-- The catalogue, as config/ gave it at the last init.
CREATE TABLE unit (
    unit VARCHAR, zh VARCHAR, en VARCHAR, suffix_zh VARCHAR, suffix_en VARCHAR, difference_zh VARCHAR,
    difference_en VARCHAR, family VARCHAR, scale DOUBLE
);
CREATE TABLE region (
    code VARCHAR, name_zh VARCHAR, short_zh VARCHAR, name_en VARCHAR, level VARCHAR, parent VARCHAR,
    tile_col INTEGER, tile_row INTEGER, judged BOOLEAN, valid_from VARCHAR, valid_to VARCHAR, position INTEGER
);
CREATE TABLE region_alias (code VARCHAR, name_zh VARCHAR, old_code VARCHAR, valid_from VARCHAR, valid_to VARCHAR);
CREATE TABLE department (
    department_id VARCHAR, name_zh VARCHAR, name_en VARCHAR, short_zh VARCHAR, region VARCHAR,
    successor VARCHAR, successor_from DATE, synonyms VARCHAR[]
);
CREATE TABLE peer_group (peer_group VARCHAR, name_zh VARCHAR, name_en VARCHAR, level VARCHAR, members VARCHAR[], note_zh VARCHAR);
CREATE TABLE indicator (
    indicator_id VARCHAR, dimension VARCHAR, name_zh VARCHAR, name_en VARCHAR, short_zh VARCHAR, short_en VARCHAR,
    unit VARCHAR, measure_zh VARCHAR, measure_en VARCHAR, direction VARCHAR, lower DOUBLE, upper DOUBLE,
    decimals INTEGER, kind VARCHAR, frequency VARCHAR, interval_months INTEGER, rollup VARCHAR, weight VARCHAR,
    mixed_periods BOOLEAN, accumulates VARCHAR, scheme_ended DATE, definition_zh VARCHAR, definition_en VARCHAR,
    source_zh VARCHAR, synonyms VARCHAR[]
);
CREATE TABLE plan (
    id VARCHAR, title_zh VARCHAR, title_en VARCHAR, number VARCHAR, issuer_zh VARCHAR, issuer_en VARCHAR, issued DATE,
    status VARCHAR, region VARCHAR, "start" DATE, "end" DATE, source VARCHAR, position INTEGER
);
CREATE TABLE phase (
    plan VARCHAR, id VARCHAR, name_zh VARCHAR, name_en VARCHAR, "start" DATE, "end" DATE, gate_zh VARCHAR, gate_en VARCHAR
);
CREATE TABLE target (
    plan VARCHAR, target_id VARCHAR, section VARCHAR, indicator_id VARCHAR, region VARCHAR, level VARCHAR, rule VARCHAR,
    method VARCHAR, benchmark_indicator VARCHAR, benchmark_region VARCHAR, peer_group VARCHAR, base_value DOUBLE,
    base_date DATE, "start" DATE, owner_basis VARCHAR, binding VARCHAR, implied BOOLEAN, aspirational BOOLEAN,
    increment BOOLEAN, parent VARCHAR, conflict VARCHAR, tier INTEGER, note VARCHAR, position INTEGER
);
CREATE TABLE target_point (target_id VARCHAR, due DATE, due_end DATE, due_inferred BOOLEAN, value DOUBLE, value_high DOUBLE);
CREATE TABLE target_owner (target_id VARCHAR, position INTEGER, department_id VARCHAR, basis VARCHAR);

-- What was loaded. Observations are only ever added; a correction is a newer row, an undo withdraws a load.
CREATE SEQUENCE load_number START 1;
CREATE TABLE load (
    id BIGINT PRIMARY KEY DEFAULT nextval('load_number'), sha256 VARCHAR NOT NULL, mapping VARCHAR NOT NULL DEFAULT '',
    file VARCHAR NOT NULL, department VARCHAR, user_name VARCHAR NOT NULL, loaded_at TIMESTAMP NOT NULL,
    demo BOOLEAN NOT NULL DEFAULT FALSE, rows_read INTEGER NOT NULL, rows_new INTEGER NOT NULL,
    rows_changed INTEGER NOT NULL, rows_unchanged INTEGER NOT NULL, rows_missing INTEGER NOT NULL,
    undone_at TIMESTAMP, undone_by VARCHAR, undone_why VARCHAR
);
CREATE TABLE observation (
    region VARCHAR NOT NULL, indicator_id VARCHAR NOT NULL, period_start DATE NOT NULL, period_end DATE NOT NULL,
    value DOUBLE NOT NULL, provisional BOOLEAN NOT NULL, series_break BOOLEAN NOT NULL, source VARCHAR NOT NULL,
    note VARCHAR NOT NULL, load_id BIGINT NOT NULL
);
CREATE TABLE milestone_report (
    region VARCHAR NOT NULL, indicator_id VARCHAR NOT NULL, reported DATE NOT NULL, done BOOLEAN NOT NULL,
    evidence VARCHAR NOT NULL, load_id BIGINT NOT NULL
);

-- The newest figure of every region, indicator and period, as known at a moment. A measured figure stands before a
-- demonstration figure, then the later load before the earlier.
CREATE MACRO known_at(moment) AS TABLE
SELECT o.*, l.demo
FROM observation AS o
JOIN load AS l ON l.id = o.load_id
WHERE l.loaded_at <= moment AND (l.undone_at IS NULL OR l.undone_at > moment)
QUALIFY row_number() OVER (
    PARTITION BY o.region, o.indicator_id, o.period_start, o.period_end ORDER BY l.demo, o.load_id DESC
) = 1;

CREATE TABLE current_observation (
    region VARCHAR, indicator_id VARCHAR, period_start DATE, period_end DATE, value DOUBLE, provisional BOOLEAN,
    series_break BOOLEAN, source VARCHAR, note VARCHAR, load_id BIGINT, demo BOOLEAN
);

-- Verdicts kept for the default and the comparison date of every plan, with and without demonstration figures.
CREATE TABLE assessment (
    plan VARCHAR, target_id VARCHAR, due DATE, region VARCHAR, as_of DATE, demo_shown BOOLEAN, data_version BIGINT,
    method VARCHAR, judged_by VARCHAR, method_version INTEGER, headline BOOLEAN,
    base DOUBLE, base_level DOUBLE, base_date DATE, base_origin VARCHAR, base_load BIGINT,
    current DOUBLE, current_level DOUBLE, current_date DATE, current_origin VARCHAR, current_load BIGINT,
    target DOUBLE, target_date DATE, k DOUBLE, e DOUBLE, R DOUBLE, R_linear DOUBLE, p DOUBLE, cut_high DOUBLE,
    cut_middle DOUBLE, cut_low DOUBLE, gap DOUBLE, required_per_year DOUBLE, observed_per_year DOUBLE, line_at_due DOUBLE,
    status VARCHAR, reason VARCHAR, notes VARCHAR[], breaches INTEGER, first_met DATE, trend VARCHAR, points INTEGER,
    provisional BOOLEAN, demo BOOLEAN
);
