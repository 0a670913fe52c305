-- What was written beside each report of a milestone: the state in the reporter's words, and the note.
SELECT region, indicator_id, reported, load_id, any_value(state) AS state, any_value(note) AS said
FROM milestone_report
GROUP BY ALL
