-- The department that sends, with the bodies before and after it: they answer for the same. Empty for nobody.
CREATE OR REPLACE TEMP TABLE family AS
WITH RECURSIVE family AS (
    SELECT department_id FROM department WHERE department_id = $department
    UNION
    SELECT CASE WHEN d.department_id = f.department_id THEN d.successor ELSE d.department_id END AS department_id
    FROM department AS d
    JOIN family AS f ON f.department_id IN (d.department_id, d.successor)
    WHERE d.successor IS NOT NULL
)

SELECT department_id FROM family
