-- The loads with one more, newer than all: that of the incoming figures.
CREATE TEMP TABLE load AS
SELECT * FROM load
UNION ALL BY NAME
SELECT coalesce(max(id), 0) + 1 AS id, current_localtimestamp() AS loaded_at, FALSE AS demo FROM load
