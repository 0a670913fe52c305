-- Texts of values that are no plain number, and those of events, read once each.
SELECT DISTINCT l.value_text
FROM laid AS l
LEFT JOIN meant_indicator AS i ON i.text = l.indicator_text
WHERE coalesce(i.event, FALSE) OR NOT regexp_full_match(l.value_text, '-?[0-9]{1,15}(\.[0-9]{1,15})?%?')
