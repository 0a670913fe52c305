"""Figures are converted to their indicator's unit where that is safe, and refused elsewhere."""

import pytest

from data.catalogue.reading import Catalogue
from data.ingest.cells import Number, number
from data.ingest.converting import factor, unit_word
from data.ingest.finding import Finding
from data.ingest.measures import measure
from metrics.model.vocabulary import Kind

RATE, PERMILLE, MONEY, LAND = (
    "product_spot_check_pass_rate",
    "quality_fund_revenue_share",
    "rd_spending",
    "soil_erosion_area",
)
FIRMS, TIMES, BATCHES, PARK = "firms", "quality_analysis_reports", "food_sampling_batches", "park_area_per_capita"
PATENTS, ACCIDENTS, CARBON, FINE_DUST = (
    "high_value_patents_per_10k",
    "special_equipment_accident_rate",
    "co2_intensity_gdp",
    ("pm25_concentration"),
)

SAFE = [
    (RATE, "", "", 1),
    (RATE, "%", "", 1),
    (RATE, "（％）", "", 1),
    (RATE, "百分比", "", 1),
    (RATE, "", "%", 1),
    (RATE, "%", "%", 1),
    (RATE, "", "‰", 0.1),
    (RATE, "‰", "", 0.1),
    (PERMILLE, "", "%", 10),
    (PERMILLE, "‰", "", 1),
    (MONEY, "亿元", "", 1),
    (MONEY, "单位：亿元", "", 1),
    (MONEY, "万元", "", 1e-4),
    (MONEY, "百万元", "", 0.01),
    (MONEY, "元", "", 1e-8),
    (MONEY, "100万元", "", 0.01),
    (MONEY, "", "万", 1e-4),
    (MONEY, "", "亿元", 1),
    (MONEY, "元", "亿", 1),
    (MONEY, "100 million yuan", "", 1),
    (LAND, "亩", "", 1e-4),
    (LAND, "公顷", "", 0.0015),
    (LAND, "平方公里", "", 0.15),
    (FIRMS, "家", "", 1),
    (FIRMS, "个", "", 1),
    (FIRMS, "万家", "", 1e4),
    (FIRMS, "", "万", 1e4),
    (FIRMS, "家", "万", 1e4),
    (TIMES, "次/年", "", 1),
    (TIMES, "次", "", 1),
    (BATCHES, "万批次", "", 1e4),
    (PATENTS, "件/万人", "", 1),
    (PATENTS, "每万人", "", 1),
    (PATENTS, "件/百万人", "", 0.01),
    (ACCIDENTS, "起/万台", "", 1),
    (ACCIDENTS, "起/台", "", 1e4),
    (CARBON, "千克/万元", "", 0.001),
    (FINE_DUST, "μg/m³", "", 1),
    (FINE_DUST, "mg/m3", "", 1000),
    (PARK, "平方米/人", "", 1),
]

REFUSED = [
    (RATE, "亿元", "", "unit_foreign"),
    (RATE, "个百分点", "", "unit_foreign"),
    (RATE, "", "万", "unit_foreign"),
    (RATE, "", "个", "unit_foreign"),
    (RATE, "成", "", "unit_unknown"),
    (RATE, "‰", "%", "unit_twice"),
    (MONEY, "美元", "", "unit_foreign"),
    (MONEY, "亿", "", "unit_unknown"),
    (MONEY, "", "%", "unit_foreign"),
    (MONEY, "万元", "亿", "unit_twice"),
    (MONEY, "亿元", "万元", "unit_twice"),
    (FIRMS, "吨", "", "unit_foreign"),
    (FIRMS, "人", "", "unit_foreign"),
    (FIRMS, "标准箱", "", "unit_unknown"),
    (LAND, "公里", "", "unit_foreign"),
    (PATENTS, "件/万台", "", "unit_foreign"),
    (ACCIDENTS, "起/万家", "", "unit_foreign"),
    (FINE_DUST, "微克", "", "unit_foreign"),
]


def named(catalogue: Catalogue, indicator: str) -> str:
    """An indicator's id; any that counts firms for ``firms``."""
    counts = (code for code, one in catalogue.indicators.items() if (one.unit, one.measure_zh) == ("count", "家"))
    return next(counts) if indicator == FIRMS else indicator


@pytest.mark.parametrize(("indicator", "unit", "mark", "wanted"), SAFE)
def test_a_unit_of_the_same_kind_converts(
    catalogue: Catalogue, indicator: str, unit: str, mark: str, wanted: float
) -> None:
    assert factor(catalogue.indicators[named(catalogue, indicator)], unit, mark) == wanted


@pytest.mark.parametrize(("indicator", "unit", "mark", "code"), REFUSED)
def test_any_other_unit_is_refused(catalogue: Catalogue, indicator: str, unit: str, mark: str, code: str) -> None:
    one = catalogue.indicators[named(catalogue, indicator)]
    assert factor(one, unit, mark) == code
    for lang in ("zh", "en"):
        assert unit_word(one) in Finding("error", code, value=unit, other=unit_word(one)).words(lang)


def test_every_indicator_takes_its_own_unit_in_every_word_of_the_catalogue(catalogue: Catalogue) -> None:
    for one in catalogue.indicators.values():
        unit = catalogue.units[one.unit]
        words = (
            unit.unit,
            unit.zh,
            unit.en,
            unit.suffix_zh,
            unit.suffix_en,
            one.measure_zh,
            one.measure_en,
            unit_word(one),
        )
        assert {word: factor(one, word) for word in words} == dict.fromkeys(words, 1.0), one.indicator_id
        if one.kind is not Kind.EVENT:
            assert measure(unit_word(one)) is not None, one.indicator_id


def test_units_of_a_family_convert_as_the_catalogue_says(catalogue: Catalogue) -> None:
    units = {unit.suffix_zh: unit for unit in catalogue.units.values() if unit.suffix_zh and measure(unit.suffix_zh)}
    for left in units.values():
        for right in units.values():
            if left.family == right.family:
                one, other = measure(left.suffix_zh), measure(right.suffix_zh)
                assert one
                assert other
                assert one.kind == other.kind
                assert float(one.scale / other.scale) == pytest.approx(left.scale / right.scale)


def test_a_cell_with_its_unit_is_worth_what_it_says(catalogue: Catalogue) -> None:
    found = number("3,500万元")
    assert isinstance(found, Number)
    assert found.value * float(factor(catalogue.indicators[MONEY], "", found.mark)) == pytest.approx(0.35, rel=1e-15)


@pytest.mark.parametrize("text", ["", "万", "国家级", "2019年", "年", "每", "/", "元/", "%/人", "个个", "x" * 10**6])
def test_what_is_no_unit_is_none(text: str) -> None:
    assert measure(text) is None
