-- What else a target can be found by, beside what its verdict names: synonyms of its indicator, and every name of its
-- owners.
SELECT
    t.target_id, t.plan,
    list_aggregate(coalesce(i.synonyms, []), 'string_agg', ' ') AS synonyms,
    coalesce(
        string_agg(concat_ws(
            ' ', d.name_zh, d.short_zh, d.name_en, list_aggregate(coalesce(d.synonyms, []), 'string_agg', ' ')
        ), ' ' ORDER BY w.position),
        ''
    ) AS owners
FROM target AS t
JOIN indicator AS i ON i.indicator_id = t.indicator_id
LEFT JOIN target_owner AS w ON w.target_id = t.target_id
LEFT JOIN department AS d ON d.department_id = w.department_id
GROUP BY t.target_id, t.plan, t.position, i.synonyms
ORDER BY t.position
