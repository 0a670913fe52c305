-- What is said about the due date, beside every verdict. Verdicts kept before have none and are worked out again.
DELETE FROM assessment;
ALTER TABLE assessment ADD COLUMN forecast VARCHAR;             -- ok, or why there is none
ALTER TABLE assessment ADD COLUMN forecast_version INTEGER;
ALTER TABLE assessment ADD COLUMN forecast_model VARCHAR;       -- core or peers
ALTER TABLE assessment ADD COLUMN forecast_scale VARCHAR;       -- log or logit: drift, variance, centre and spread are on it
ALTER TABLE assessment ADD COLUMN forecast_points INTEGER;
ALTER TABLE assessment ADD COLUMN forecast_from DATE;
ALTER TABLE assessment ADD COLUMN forecast_last DATE;
ALTER TABLE assessment ADD COLUMN forecast_value DOUBLE;
ALTER TABLE assessment ADD COLUMN forecast_demo BOOLEAN;
ALTER TABLE assessment ADD COLUMN horizon DOUBLE;               -- years from the last figure to the due date
ALTER TABLE assessment ADD COLUMN span DOUBLE;                  -- years from the first figure to the last
ALTER TABLE assessment ADD COLUMN drift_observed DOUBLE;
ALTER TABLE assessment ADD COLUMN drift_prior DOUBLE;
ALTER TABLE assessment ADD COLUMN drift DOUBLE;
ALTER TABLE assessment ADD COLUMN variance DOUBLE;
ALTER TABLE assessment ADD COLUMN freedom DOUBLE;
ALTER TABLE assessment ADD COLUMN centre DOUBLE;
ALTER TABLE assessment ADD COLUMN spread DOUBLE;
ALTER TABLE assessment ADD COLUMN stay DOUBLE;
ALTER TABLE assessment ADD COLUMN expected DOUBLE;
ALTER TABLE assessment ADD COLUMN expected_low DOUBLE;
ALTER TABLE assessment ADD COLUMN expected_high DOUBLE;
ALTER TABLE assessment ADD COLUMN probability DOUBLE;
ALTER TABLE assessment ADD COLUMN needed DOUBLE;                -- next figure that makes the probability one half
ALTER TABLE assessment ADD COLUMN needed_date DATE;
