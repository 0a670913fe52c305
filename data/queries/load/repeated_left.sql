-- Rows that say again what stands above them are not loaded.
UPDATE staged
SET repeated = TRUE
WHERE "at" IN (SELECT f."at" FROM found AS f WHERE f.code = 'repeated')
