-- A value outside the indicator's possible range, or too large for any figure.
INSERT INTO found BY NAME
WITH bounds AS (
    SELECT
        i.indicator_id, coalesce(i.lower, -$largest) AS lower, coalesce(i.upper, $largest) AS upper,
        CASE WHEN u.suffix_zh = u.suffix_en THEN u.suffix_zh ELSE '' END AS suffix
    FROM indicator AS i
    LEFT JOIN unit AS u ON u.unit = i.unit
    WHERE i.kind <> 'event'
)

SELECT
    'error' AS level, 'out_of_range' AS code, s."at", 'value' AS role, s.value_text AS value,
    CASE WHEN s.value < b.lower THEN '≥ ' || plain(b.lower) ELSE '≤ ' || plain(b.upper) END || b.suffix AS other
FROM staged AS s
JOIN bounds AS b ON b.indicator_id = s.indicator_id
WHERE NOT s.missing AND NOT coalesce(s.value BETWEEN b.lower AND b.upper, TRUE)
