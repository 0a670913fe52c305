-- The figures of the newest load stand before all others: they replace what stood at the same place, and made-up
-- figures of a series that is measured now go.
DELETE FROM current_observation
WHERE rowid IN (SELECT place FROM stands WHERE "at" IN (SELECT "at" FROM change));
INSERT INTO current_observation BY NAME
SELECT *, FALSE AS demo FROM observation WHERE load_id = getvariable('load');
DELETE FROM current_observation
WHERE demo AND (region, indicator_id) IN (SELECT (region, indicator_id) FROM observation WHERE load_id = getvariable('load'))
