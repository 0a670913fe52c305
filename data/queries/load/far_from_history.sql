-- Far from the middle of its own series (Hampel's rule), in plain figures and, where all are positive, in logarithms
-- too: steady growth is not far. A figure whose unit is doubted is not named again.
INSERT INTO found BY NAME
SELECT
    'warning' AS level, 'far_from_history' AS code, f."at", 'value' AS role, f.value_text AS value,
    plain(round(g.centre, i.decimals + 1)) AS other
FROM fresh AS f
JOIN gauge AS g ON g.region = f.region AND g.indicator_id = f.indicator_id AND g.months = f.months
JOIN indicator AS i ON i.indicator_id = f.indicator_id
ANTI JOIN (SELECT "at" FROM found WHERE code = 'unit_suspect') AS d ON d."at" = f."at"
WHERE g.points >= $history_points
    AND abs(f.value - g.centre)
        > $history_reach * greatest(1.4826 * g.spread, $history_floor * abs(g.centre), pow(10, -i.decimals))
    AND CASE
        WHEN g.positive
            THEN abs(ln(f.value / g.centre)) > $history_reach * greatest(1.4826 * g.log_spread, $history_floor)
        ELSE TRUE
    END
