"""Tables made by chance as departments lay them out, each with the figures it holds."""

from dataclasses import dataclass, field
from random import Random

from data.catalogue.reading import shipped
from data.ingest.book import Span

YEARS = ("{}", "{}年", "{}年度", "{}年上半年", "{}年三季度", "{}年11月")
WORDS = {
    "region": ("地区", "区县", "县（市、区）", "行政区划"),
    "indicator": ("指标", "指标名称", "项目"),
    "period": ("时间", "年份", "报告期", "期次"),
    "value": ("数值", "指标值", "本期值", "实际值"),
}
LAYOUTS = ("tidy", "periods", "indicators", "regions", "both")
Key = tuple[str, str, str]  # region, indicator, period


@dataclass
class Made:
    """A table, its merged cells, and its figures as written by region, indicator and period."""

    layout: str
    rows: list[list[str]] = field(default_factory=list)
    merged: list[Span] = field(default_factory=list)
    figures: dict[Key, str] = field(default_factory=dict)


def figure(chance: Random) -> str:
    """A figure, also one that might be a year, or a mark for a missing one."""
    whole = chance.randint(0, 3000)
    year, grouped = 2010 + whole % 12, f"{whole + 1000:,}"
    return chance.choice(["", "--", "…", str(whole), f"{whole / 32:.2f}", f"{whole / 32:.1f}%", grouped, str(year)])


def made(chance: Random) -> Made:
    """One table with what may stand above, beneath and beside it."""
    catalogue = shipped()
    regions = [one.name_zh for code, one in catalogue.regions.items() if code.startswith("3505")]
    indicators = [one.name_zh for one in catalogue.indicators.values() if one.kind != "event"][:80]
    places = chance.sample(regions, chance.randint(1, 6))
    names = chance.sample(indicators, chance.randint(1, 4))
    form = chance.choice(YEARS)
    periods = [form.format(year) for year in chance.sample(range(2012, 2024), chance.randint(1, 5))]
    found = Made(chance.choice(LAYOUTS))
    _fill(found, chance, places, names, periods)
    _decorate(found, chance)
    return found


def _fill(found: Made, chance: Random, places: list[str], names: list[str], periods: list[str]) -> None:
    """Header and figures in the layout chosen."""
    word = {role: chance.choice(words) for role, words in WORDS.items()}
    keys = [(place, name, period) for place in places for name in names for period in periods]
    value = {key: figure(chance) for key in keys}
    head: list[list[str]]
    if found.layout == "tidy":
        head = [list(word.values())]
        body = [[*key, value[key]] for key in keys]
    elif found.layout == "periods":
        head = [[word["region"], word["indicator"], *periods]]
        body = [[r, i, *(value[r, i, p] for p in periods)] for r in places for i in names]
    elif found.layout == "indicators":
        head = [[word["region"], word["period"], *names]]
        body = [[r, p, *(value[r, i, p] for i in names)] for r in places for p in periods]
    elif found.layout == "regions":
        head = [[word["period"], word["indicator"], *places]]
        body = [[p, i, *(value[r, i, p] for r in places)] for p in periods for i in names]
    else:
        wide = len(periods)
        head = [[word["region"]], [""]]
        for name in names:
            head[0] += [name, *[""] * (wide - 1)]
            head[1] += periods
        body = [[r, *(value[r, i, p] for i in names for p in periods)] for r in places]
        if wide > 1 and chance.random() < 0.5:
            found.merged = [(0, 0, 1, 0), *((0, 1 + at * wide, 0, (at + 1) * wide) for at in range(len(names)))]
    found.rows, found.figures = [*head, *body], value


def _decorate(found: Made, chance: Random) -> None:
    """Numbers of rows, notes beside, a total, a title above, notes and signatures beneath."""
    heads = 2 if found.layout == "both" else 1
    if chance.random() < 0.3:
        counter = [
            ["序号"],
            *([""] for _ in range(heads - 1)),
            *([str(at + 1)] for at in range(len(found.rows) - heads)),
        ]
        found.rows = [[*left, *row] for left, row in zip(counter, found.rows, strict=True)]
        found.merged = [(top, left + 1, bottom, right + 1) for top, left, bottom, right in found.merged]
    if chance.random() < 0.3:
        notes = ["备注", *("" for _ in range(heads - 1)), *(chance.choice(["", "见附件"]) for _ in found.rows[heads:])]
        found.rows = [[*row, note] for row, note in zip(found.rows, notes, strict=True)]
    if chance.random() < 0.3 and found.layout in ("periods", "indicators", "both"):
        total = ["合　计", *("" for _ in found.rows[0][2:]), "5"]
        found.rows.insert(chance.choice([heads, len(found.rows)]), total)
    if chance.random() < 0.3:
        found.rows.insert(len(found.rows) - 1, [])
    above = [row for row in (["表1"], [], ["", "制表单位：泉州市统计局"]) if chance.random() < 0.3]
    beneath = [row for row in (["注：本期为快报数。"], ["数据来源：统计局", "", "2019年7月"]) if chance.random() < 0.3]
    found.rows = [*above, *found.rows, *beneath]
    down = len(above)
    found.merged = [(top + down, left, bottom + down, right) for top, left, bottom, right in found.merged]
