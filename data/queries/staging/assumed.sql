-- A file that names no region is read for the department's own: told once, to be confirmed.
INSERT INTO found
SELECT 'warning', 'region_assumed', min("at"), '', any_value(region_text), '' FROM laid
WHERE (SELECT kind = 'fixed' AND line = 0 FROM axis WHERE role = 'region') AND $assumed
HAVING count(*) > 0
