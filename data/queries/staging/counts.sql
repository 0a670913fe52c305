-- How many cells were read, and what became of them; the parts add up to the whole.
SELECT
    count(*) AS read,
    count(*) FILTER (c.action = 'new') AS new,
    count(*) FILTER (c.action = 'changed') AS changed,
    count(*) FILTER (c.action = 'unchanged' OR (s.repeated AND b."at" IS NULL AND NOT s.missing)) AS unchanged,
    count(*) FILTER (b."at" IS NOT NULL AND NOT s.missing) AS refused,
    count(*) FILTER (s.missing) AS missing
FROM staged AS s
LEFT JOIN change AS c USING ("at")
LEFT JOIN (SELECT DISTINCT "at" FROM found WHERE level = 'error') AS b USING ("at")
