-- About 100, 1 000, 10 000 or 100 million times what is usual, or that part of it: a unit or a definition may have
-- changed. What is usual says the stored series, else the file's own.
INSERT INTO found BY NAME
WITH compared AS (
    SELECT f."at", f.value_text, g.usual, log10(nullif(abs(f.value), 0) / nullif(abs(g.usual), 0)) AS power
    FROM fresh AS f
    JOIN gauge AS g ON g.region = f.region AND g.indicator_id = f.indicator_id AND g.months = f.months
    WHERE NOT coalesce(abs(f.value) BETWEEN g.usual_low AND g.usual_high, FALSE)
)

SELECT 'warning' AS level, 'unit_suspect' AS code, "at", 'value' AS role, value_text AS value, plain(usual) AS other
FROM compared
WHERE list_contains($unit_powers::INTEGER[], TRY_CAST(abs(round(power)) AS INTEGER))
    AND abs(power - round(power)) <= log10($unit_band)
