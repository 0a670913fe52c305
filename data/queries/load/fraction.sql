-- A share written as a fraction: a percentage without a sign, at most 1 in size, that times 100 lies near what is
-- usual. A column of fractions alone is judged as one, by its middle against the measured figures of the indicator or
-- else its targets; one fraction among percentages by its own series, or else the rest of the column.
INSERT INTO found BY NAME
WITH suspected AS (
    SELECT DISTINCT s.indicator_id
    FROM staged AS s
    JOIN indicator AS i ON i.indicator_id = s.indicator_id AND i.unit = 'percent'
    WHERE s.mark = '' AND s.value <> 0 AND s.value BETWEEN -1 AND 1 AND s.sound
),

share AS (
    SELECT
        s."at", s.region, s.indicator_id, abs(s.value) AS size, s.value, s.value_text, s.mark = '' AS bare,
        s.mark = '' AND abs(s.value) <= 1 AND s.value <> 0 AS small
    FROM staged AS s
    SEMI JOIN suspected AS c ON c.indicator_id = s.indicator_id
    WHERE s.sound AND NOT s.missing
),

columned AS (
    SELECT
        indicator_id, max(size) FILTER (bare) <= 1 AS alone, median(size) FILTER (small) AS middle,
        median(size) FILTER (size > 1) AS rest
    FROM share
    GROUP BY indicator_id
),

measured AS (
    SELECT region, indicator_id, median(abs(value)) AS usual
    FROM current_observation
    WHERE NOT demo AND indicator_id IN (SELECT indicator_id FROM columned)
    GROUP BY GROUPING SETS ((region, indicator_id), (indicator_id))
),

wanted AS (
    SELECT t.indicator_id, median(abs(p.value)) AS usual
    FROM target AS t
    JOIN target_point AS p ON p.target_id = t.target_id AND p.value IS NOT NULL
    WHERE t.indicator_id IN (SELECT indicator_id FROM columned)
    GROUP BY t.indicator_id
),

compared AS (
    SELECT
        s."at", s.value, s.value_text, 100 * CASE WHEN c.alone THEN c.middle ELSE s.size END AS meant,
        coalesce(m.usual, c.rest, w.usual) AS usual
    FROM share AS s
    JOIN columned AS c ON c.indicator_id = s.indicator_id
    LEFT JOIN measured AS m
        ON m.indicator_id = s.indicator_id AND m.region IS NOT DISTINCT FROM CASE WHEN NOT c.alone THEN s.region END
    LEFT JOIN wanted AS w ON w.indicator_id = s.indicator_id
    WHERE s.small
)

SELECT
    'warning' AS level, 'fraction' AS code, "at", 'value' AS role, value_text AS value,
    plain(value * 100) || '%' AS other
FROM compared
WHERE usual > 1.5 AND meant BETWEEN usual / $fraction_band AND usual * $fraction_band
