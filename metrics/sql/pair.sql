-- The targets asked about, one row a target, due date, region and as-of date, with what follows from the rule alone.
-- goal is the level to reach; slack keeps a figure equal to its target equal after a change of unit.
SELECT
    * REPLACE (
        CASE WHEN method = 'benchmark' THEN benchmark_region END AS benchmark_region,
        CASE WHEN method = 'rank' THEN peer_group END AS peer_group
    ),
    CASE
        WHEN method IN ('benchmark', 'rank') THEN 0.0
        WHEN method = 'trend' THEN NULL
        WHEN rule = 'zero' THEN 0.0
        WHEN is_event THEN coalesce(value, 1.0)
        ELSE value
    END AS goal,
    1e-9 * coalesce(abs(value), 0.0) AS slack,
    rule IN ('at_least', 'at_most', 'hold', 'range', 'frequency', 'growth')
    OR (rule = 'case' AND method IN ('linear_pace', 'milestone', 'frequency')) AS needs_value,
    method = 'hold' OR rule IN ('hold', 'zero', 'growth')
    OR (reroute AND NOT increment AND method IN ('linear_pace', 'growth_ratio')) AS may_hold,
    method = 'hold' OR rule IN ('hold', 'zero', 'growth') AS holds_once_met
FROM asked
