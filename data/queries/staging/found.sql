-- What was not understood in cells whose value is not missing: every part of such a cell is named, not the first only.
-- Cells are laid beside their indicator's interval first: joined to periods by that alone, every indicator would meet
-- every period.
CREATE OR REPLACE TEMP TABLE found AS
WITH told AS MATERIALIZED (
    SELECT l.*, s.unit, s.event, s.indicator_id, s.mark, i.months
    FROM laid AS l
    JOIN staged AS s USING ("at")
    JOIN meant_indicator AS i ON i.text = l.indicator_text
    WHERE NOT s.sound AND NOT s.missing
)
SELECT 'error' AS level, r.code_of_problem AS code, t."at", 'region' AS role, t.region_text AS value, r.other
FROM told AS t JOIN meant_region AS r ON r.text = t.region_text AND r.code_of_problem <> ''
UNION ALL
SELECT 'error', i.code_of_problem, t."at", 'indicator', t.indicator_text, i.other
FROM told AS t JOIN meant_indicator AS i ON i.text = t.indicator_text AND i.code_of_problem <> ''
UNION ALL
SELECT 'error', p.code_of_problem, t."at", 'period', t.period_text, p.other
FROM told AS t
JOIN meant_period AS p ON p.text = t.period_text AND p.months = t.months AND p.event = t.event AND p.code_of_problem <> ''
UNION ALL
SELECT 'error', if(t.event, 'state', coalesce(nullif(v.code_of_problem, ''), 'state')), t."at", 'value', t.value_text, v.other
FROM told AS t JOIN meant_value AS v ON v.text = t.value_text
WHERE CASE WHEN t.event THEN v.done IS NULL ELSE v.value IS NULL AND NOT v.missing END
UNION ALL
SELECT 'error', 'state', t."at", 'value', t.value_text, ''
FROM told AS t LEFT JOIN meant_value AS v ON v.text = t.value_text
WHERE t.event AND v.text IS NULL
UNION ALL
SELECT
    'error', u.code_of_problem, t."at", CASE WHEN t.mark = '' THEN 'unit' ELSE 'value' END,
    CASE WHEN t.mark = '' THEN t.unit ELSE t.value_text END, u.other
FROM told AS t
JOIN meant_unit AS u ON u.indicator_id = t.indicator_id AND u.unit = t.unit AND u.mark = t.mark
    AND u.code_of_problem <> ''
UNION ALL
SELECT 'error', 'flag', t."at", 'value', f.text, ''
FROM told AS t JOIN meant_flag AS f ON f.yes IS NULL AND f.text IN (t.provisional, t.series_break)
