-- What each figure to be loaded does to what stands: new, changed (value, provisional or break) or unchanged.
CREATE OR REPLACE TEMP TABLE change AS
SELECT
    s."at", CASE WHEN h."at" IS NULL THEN 'new' WHEN h.same THEN 'unchanged' ELSE 'changed' END AS action,
    h.old, h.old_load
FROM staged AS s
LEFT JOIN stands AS h ON h."at" = s."at"
ANTI JOIN refused AS r ON r."at" = s."at"
WHERE s.sound AND NOT s.missing AND NOT s.repeated
