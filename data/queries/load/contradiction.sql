-- Two values for one region, indicator and period: nobody but the sender knows which is right, so none is loaded.
INSERT INTO found BY NAME
SELECT 'error' AS level, 'contradiction' AS code, "at", 'value' AS role, value_text AS value, other_cell AS other
FROM twice
WHERE other_cell IS NOT NULL
