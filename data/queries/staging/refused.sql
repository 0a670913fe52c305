-- The rows of the file with an error in a figure that is not missing.
SELECT DISTINCT s.file_row
FROM staged AS s
WHERE NOT s.missing AND s."at" IN (SELECT "at" FROM found WHERE level = 'error')
ORDER BY s.file_row
LIMIT 100000
