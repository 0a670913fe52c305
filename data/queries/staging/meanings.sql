-- What each distinct text of a file means, and where each role stands: filled from Python.
CREATE OR REPLACE TEMP TABLE axis (role VARCHAR, kind VARCHAR, line INTEGER, place INTEGER);
CREATE OR REPLACE TEMP TABLE meant_region (text VARCHAR, code VARCHAR, code_of_problem VARCHAR, other VARCHAR);
CREATE OR REPLACE TEMP TABLE meant_indicator (
    text VARCHAR, indicator_id VARCHAR, code_of_problem VARCHAR, other VARCHAR, months INTEGER, event BOOLEAN,
    unit VARCHAR,                               -- as a person answered
    own_unit VARCHAR                            -- as written in the name: 产值(亿元)
);
CREATE OR REPLACE TEMP TABLE meant_period (
    text VARCHAR, months INTEGER, event BOOLEAN, period_start DATE, period_end DATE, code_of_problem VARCHAR, other VARCHAR
);
CREATE OR REPLACE TEMP TABLE meant_value (
    text VARCHAR, value DOUBLE, mark VARCHAR, missing BOOLEAN, done BOOLEAN, code_of_problem VARCHAR, other VARCHAR
);
CREATE OR REPLACE TEMP TABLE meant_flag (text VARCHAR, yes BOOLEAN);
CREATE OR REPLACE TEMP TABLE meant_unit (
    indicator_id VARCHAR, unit VARCHAR, mark VARCHAR, factor DOUBLE, code_of_problem VARCHAR, other VARCHAR
);
