-- The phases of every plan, in the order in which they begin.
SELECT plan, id, name_zh, name_en, "start", "end", gate_zh, gate_en
FROM phase
ORDER BY plan, "start", "end"
