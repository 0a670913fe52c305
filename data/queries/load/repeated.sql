-- The same figure again: it is loaded once.
INSERT INTO found BY NAME
SELECT 'note' AS level, 'repeated' AS code, "at", 'value' AS role, value_text AS value, first_cell AS other
FROM twice
WHERE other_cell IS NULL AND later
