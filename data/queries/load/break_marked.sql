-- The sender says that the definition changed: figures before and after are not compared.
INSERT INTO found BY NAME
SELECT 'note' AS level, 'break_marked' AS code, "at", 'value' AS role, value_text AS value, '' AS other
FROM fresh
WHERE series_break
