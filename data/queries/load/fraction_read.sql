-- Figures found to be fractions count as percentages from here on.
UPDATE staged
SET value = round(value * 100, 10)
WHERE "at" IN (SELECT f."at" FROM found AS f WHERE f.code = 'fraction')
