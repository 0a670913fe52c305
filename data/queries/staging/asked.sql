-- The units that figures are written in, by indicator.
SELECT DISTINCT i.indicator_id, coalesce(i.unit, nullif(l.unit_text, ''), i.own_unit, '') AS unit,
    coalesce(v.mark, if(ends_with(l.value_text, '%'), '%', '')) AS mark
FROM laid AS l
JOIN meant_indicator AS i ON i.text = l.indicator_text AND i.indicator_id IS NOT NULL AND NOT i.event
LEFT JOIN meant_value AS v ON v.text = l.value_text
WHERE v.text IS NULL OR v.value IS NOT NULL
