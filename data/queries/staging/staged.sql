-- Every value cell with what its texts mean. A plain number is cast here; every other text was read once, in Python.
CREATE OR REPLACE TEMP TABLE staged AS
WITH plain AS (
    SELECT *, regexp_full_match(value_text, '-?[0-9]{1,15}(\.[0-9]{1,15})?%?') AS is_plain FROM laid
),
meant AS (
    SELECT
        l.*, r.code AS region, i.indicator_id, coalesce(i.event, FALSE) AS event, p.period_start, p.period_end,
        CASE WHEN l.is_plain THEN CAST(rtrim(l.value_text, '%') AS DOUBLE) ELSE v.value END AS number,
        CASE WHEN l.is_plain THEN if(ends_with(l.value_text, '%'), '%', '') ELSE coalesce(v.mark, '') END AS mark,
        coalesce(v.missing, FALSE) AS missing, v.done,
        coalesce(i.unit, nullif(l.unit_text, ''), i.own_unit, '') AS unit
    FROM plain AS l
    LEFT JOIN meant_region AS r ON r.text = l.region_text
    LEFT JOIN meant_indicator AS i ON i.text = l.indicator_text
    LEFT JOIN meant_period AS p
        ON p.text = l.period_text AND p.months = coalesce(i.months, 12) AND p.event = coalesce(i.event, FALSE)
    LEFT JOIN meant_value AS v ON v.text = l.value_text
),
converted AS (
    SELECT m.*, f.factor,
        -- fifteen digits: what multiplying adds behind them is noise
        CASE WHEN f.factor = 1 THEN m.number ELSE CAST(printf('%.15g', m.number * f.factor) AS DOUBLE) END AS converted
    FROM meant AS m
    LEFT JOIN meant_unit AS f ON f.indicator_id = m.indicator_id AND f.unit = m.unit AND f.mark = m.mark
)
SELECT
    "at", file_row, file_column, region, indicator_id, period_start, period_end,
    CASE WHEN event OR missing THEN NULL ELSE converted END AS value,
    value_text, mark, missing, event,
    CASE WHEN event THEN done END AS done,
    coalesce(y.yes, FALSE) AS provisional, coalesce(b.yes, FALSE) AS series_break,
    coalesce(nullif(source, ''), getvariable('usual_source')) AS source, evidence, note, unit,
    (region IS NOT NULL AND indicator_id IS NOT NULL AND period_end IS NOT NULL AND y.yes IS NOT NULL
        AND b.yes IS NOT NULL AND (missing OR CASE WHEN event THEN done IS NOT NULL ELSE converted IS NOT NULL END)
    ) AS sound,
    FALSE AS repeated
FROM converted
LEFT JOIN meant_flag AS y ON y.text = provisional
LEFT JOIN meant_flag AS b ON b.text = series_break
