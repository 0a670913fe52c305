-- The figures a file would bring (``figure``), those among them that say something new (``fresh``), and all that
-- would be known with them (``held``; "at" for what is fresh). Made-up figures tell nothing.
CREATE OR REPLACE TEMP VIEW figure AS
SELECT
    s."at", s.region, s.indicator_id, s.period_start, s.period_end, months_of(s.period_start, s.period_end) AS months,
    s.value, s.value_text, s.series_break
FROM staged AS s
ANTI JOIN refused AS r ON r."at" = s."at"
WHERE s.sound AND NOT s.missing AND NOT s.repeated AND NOT s.event;

CREATE OR REPLACE TEMP VIEW fresh AS
SELECT f.* FROM figure AS f ANTI JOIN (SELECT "at" FROM stands WHERE same_value) AS h ON h."at" = f."at";

CREATE OR REPLACE TEMP VIEW held AS
SELECT
    CASE WHEN h."at" IS NULL THEN f."at" END AS "at",
    f.region, f.indicator_id, f.period_start, f.period_end, f.months, f.value
FROM figure AS f
LEFT JOIN (SELECT "at" FROM stands WHERE same_value) AS h ON h."at" = f."at"
UNION ALL
SELECT
    NULL AS "at", region, indicator_id, period_start, period_end, months_of(period_start, period_end) AS months, value
FROM current_observation AS c
ANTI JOIN stands AS h ON h.place = c.rowid
WHERE NOT demo
