-- The board's own tables again.
DROP TABLE temp.load;
DROP TABLE temp.current_observation;
DROP TABLE temp.milestone_report;
