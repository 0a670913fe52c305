-- A stored measured value would change.
INSERT INTO found BY NAME
SELECT
    'warning' AS level, 'revision' AS code, s."at", 'value' AS role, s.value_text AS value,
    CASE WHEN s.event THEN CASE WHEN h.old = 1 THEN '✓' ELSE '✗' END ELSE plain(h.old) END AS other
FROM stands AS h
JOIN staged AS s ON s."at" = h."at"
ANTI JOIN refused AS r ON r."at" = s."at"
WHERE NOT h.same_value AND NOT s.repeated
