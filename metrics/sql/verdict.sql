-- The verdict, and the notes that stand beside it.
SELECT
    *,
    list_filter([
        CASE WHEN status = 'missed' AND met_late THEN 'achieved_late' END,
        CASE WHEN judged_by = 'hold' AND broken_after > 0 THEN 'earlier_breach' END,
        CASE WHEN uses_base AND base_origin = 'after_start' THEN 'base_after_start' END,
        CASE WHEN method = 'growth_ratio' AND judged_by = 'linear_pace' THEN 'growth_undefined' END,
        CASE WHEN current_origin = 'rollup' THEN 'rollup' END,
        CASE WHEN provisional THEN 'provisional' END
    ], lambda note: note IS NOT NULL) AS notes,
    CASE last_move WHEN 1 THEN 'better' WHEN 0 THEN 'flat' WHEN -1 THEN 'worse' ELSE 'unknown' END AS trend
FROM ruled
