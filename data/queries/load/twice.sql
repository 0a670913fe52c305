-- Rows of one region, indicator and period: each with what it says and the first that says something else.
CREATE OR REPLACE TEMP TABLE twice AS
WITH keyed AS (
    SELECT
        s."at", s.region, s.indicator_id, s.period_start, s.period_end, s.file_row, s.file_column, s.value_text,
        CASE WHEN s.event THEN s.done::INTEGER::DOUBLE ELSE s.value END AS figure
    FROM staged AS s
    SEMI JOIN (SELECT region, indicator_id FROM incoming_series WHERE twice) AS t
        ON t.region = s.region AND t.indicator_id = s.indicator_id
    WHERE s.sound AND NOT s.missing
),

ranked AS (
    SELECT *, first_value("at") OVER same AS first_at, first_value(figure) OVER same AS first_figure
    FROM keyed
    WINDOW same AS (PARTITION BY region, indicator_id, period_start, period_end ORDER BY "at")
)

SELECT
    "at", value_text, "at" > first_at AS later,
    CASE
        WHEN same_figure(figure, first_figure)
            THEN arg_min(cell(file_row, file_column), "at") FILTER (NOT same_figure(figure, first_figure)) OVER grouped
        ELSE arg_min(cell(file_row, file_column), "at") OVER grouped
    END AS other_cell,
    arg_min(cell(file_row, file_column), "at") OVER grouped AS first_cell
FROM ranked
WINDOW grouped AS (PARTITION BY region, indicator_id, period_start, period_end)
QUALIFY count(*) OVER grouped > 1
