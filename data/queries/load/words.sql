-- How the rules write cells, periods and figures; when two figures are the same but for the noise of arithmetic; and
-- which rows are refused so far.
CREATE OR REPLACE TEMP MACRO column_letters(number) AS
    CASE WHEN number > 702 THEN chr((64 + (number - 703) // 676 + 1)::INTEGER) ELSE '' END
    || CASE WHEN number > 26 THEN chr((65 + (number - 27) // 26 % 26)::INTEGER) ELSE '' END
    || CASE WHEN number > 0 THEN chr((65 + (number - 1) % 26)::INTEGER) ELSE '' END;

CREATE OR REPLACE TEMP MACRO cell(file_row, file_column) AS column_letters(coalesce(file_column, 0)) || file_row;

CREATE OR REPLACE TEMP MACRO months_of(first_day, last_day) AS (date_diff('month', first_day, last_day) + 1)::INTEGER;

CREATE OR REPLACE TEMP MACRO period_label(first_day, last_day) AS
    CASE WHEN first_day = last_day THEN last_day::VARCHAR
    ELSE CASE months_of(first_day, last_day)
        WHEN 12 THEN year(first_day)::VARCHAR
        WHEN 6 THEN year(first_day) || 'H' || (month(first_day) + 5) // 6
        WHEN 3 THEN year(first_day) || 'Q' || (month(first_day) + 2) // 3
        WHEN 1 THEN strftime(first_day, '%Y-%m')
        ELSE first_day || '/' || last_day
    END END;

CREATE OR REPLACE TEMP MACRO plain(figure) AS
    regexp_replace((CASE WHEN abs(figure) < 1e5 THEN round(figure, 10) ELSE figure END)::VARCHAR, '\.0$', '');

CREATE OR REPLACE TEMP MACRO same_figure(a, b) AS abs(a - b) <= 1e-12 * greatest(abs(a), abs(b));

CREATE OR REPLACE TEMP VIEW refused AS SELECT DISTINCT "at" FROM found WHERE level = 'error' AND "at" IS NOT NULL;
