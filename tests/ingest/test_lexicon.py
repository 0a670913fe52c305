"""Names mean what the catalogue says, under every name a thing ever bore; what two bear is asked, never guessed."""

import time

import pytest

from data.catalogue.reading import Catalogue
from data.errors import UnknownCode
from data.ingest.lexicon import Hit, Lexicon, split_unit

QUANZHOU, LINXIA, FUZHOU, NANAN = "350500-market", "622900-market", "361000-market", "350583-government"


def each(names: dict[str, str]) -> list[tuple[str, str]]:
    """Code and name, name by name."""
    return [(code, text) for code, texts in names.items() for text in texts.split("|")]


@pytest.fixture(scope="module")
def lexicon(catalogue: Catalogue) -> Lexicon:
    return Lexicon(catalogue)


@pytest.fixture(scope="module")
def of_department(catalogue: Catalogue) -> dict[str, Lexicon]:
    return {one: Lexicon(catalogue, one) for one in (QUANZHOU, LINXIA, FUZHOU, NANAN)}


# Names parted by strokes, by the code they all mean.
REGIONS = {
    "350500": "350500|350500000000|泉州市|泉州|Quanzhou|QUANZHOU|Quanzhou City|福建省泉州市|福建泉州|晋江地区|352400",
    "350502": "鲤城区|鲤城|３５０５０２|泉州市鲤城区|泉州鲤城|福建省泉州市鲤城区|中国福建省泉州市鲤城区"
    "|福建省-泉州市-鲤城区|鲤 城 区| 鲤城区\u3000|Licheng (Quanzhou)|其中：鲤城区|1.鲤城区|（一）鲤城区|鲤城区*"
    "|鲤城区①",
    "350521": "惠安县|惠安|Hui'an|Huian|Hui’an|Hui'an County|泉州惠安县",
    "350582": "晋江市|晋江|晋江县|350522",
    "350500-Z1": "350500-Z1|泉州开发区|泉州经济技术开发区|泉州市开发区|泉州市经济技术开发区",
    "350500-Z2": "泉州台商投资区|台商投资区|泉州市台商投资区",
    "350782": "武夷山市|武夷山|崇安县|崇安",
    "650400": "吐鲁番市|吐鲁番|吐鲁番地区|652100|Turpan",
    "622926": "东乡族自治县|临夏州东乡县|临夏回族自治州东乡族自治县|临夏州东乡|甘肃东乡|Dongxiang County",
    "361003": "东乡区|抚州市东乡区|江西省抚州市东乡区|抚州东乡|抚州市东乡县",
    "622900": "临夏回族自治州|临夏州|临夏自治州",
    "622901": "临夏市|临夏州临夏市",
    "361000": "抚州|Fuzhou (Jiangxi)",
    "350000": "福建省|福建|Fujian",
    "100000": "全国|中国|China",
    "650000": "新疆维吾尔自治区|新疆",
}
UNKNOWN = [
    "",
    "合计",
    "市本级",
    "鲤",
    "南京",
    "火星",
    "鲤城区、丰泽区",
    "350599",
    "泉州市东乡区",
    "2019年",
    "泉州县",
    "x" * 10**5,
]


@pytest.mark.parametrize(("code", "text"), each(REGIONS))
def test_a_region_is_known_under_all_its_names(lexicon: Lexicon, code: str, text: str) -> None:
    assert lexicon.region(text) == Hit((code,))
    assert lexicon.is_region(text)


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_no_region_is_none(lexicon: Lexicon, text: str) -> None:
    assert lexicon.region(text).codes == ()
    assert not lexicon.is_region(text)


@pytest.mark.parametrize(
    ("text", "all_of_them", "own"),
    [
        ("东乡", {"361003", "622926"}, {LINXIA: "622926", FUZHOU: "361003"}),
        ("东乡县", {"361003", "622926"}, {LINXIA: "622926", FUZHOU: "361003"}),
        ("Fuzhou", {"350100", "361000"}, {FUZHOU: "361000"}),
        ("Licheng", {"350304", "350502"}, {QUANZHOU: "350502"}),
        ("临夏", {"622900", "622901", "622921"}, {}),
    ],
)
def test_a_name_of_several_is_asked_unless_one_is_the_departments(
    lexicon: Lexicon, of_department: dict[str, Lexicon], text: str, all_of_them: set[str], own: dict[str, str]
) -> None:
    assert set(lexicon.region(text).codes) == all_of_them
    for department, its in of_department.items():
        assert set(its.region(text).codes) == ({own[department]} if department in own else all_of_them)


@pytest.mark.parametrize(
    ("department", "text", "code"),
    [
        (QUANZHOU, "全市", "350500"),
        (QUANZHOU, "本市", "350500"),
        (QUANZHOU, "全省", "350000"),
        (LINXIA, "全州", "622900"),
        (NANAN, "全市", "350583"),
        (FUZHOU, "全国", "100000"),
    ],
)
def test_the_whole_is_the_departments_own_or_the_one_above(
    of_department: dict[str, Lexicon], department: str, text: str, code: str
) -> None:
    assert of_department[department].region(text).codes == (code,)


def test_the_whole_is_unknown_where_there_is_no_such_region(
    lexicon: Lexicon, of_department: dict[str, Lexicon]
) -> None:
    assert of_department[LINXIA].region("全市") == of_department[QUANZHOU].region("全州") == Hit()
    assert lexicon.region("全市") == Hit()
    assert lexicon.is_region("全市")


@pytest.mark.parametrize(
    ("text", "best"), [("鲤诚区", "350502"), ("惠案", "350521"), ("泉洲", "350500"), ("Quanzou", "350500")]
)
def test_a_near_miss_is_suggested_and_not_taken(lexicon: Lexicon, text: str, best: str) -> None:
    found = lexicon.region(text)
    assert found.codes == ()
    assert found.near[0] == best
    assert len(found.near) <= 3


def test_every_region_is_known_by_its_own_names_and_old_codes(catalogue: Catalogue, lexicon: Lexicon) -> None:
    for code, one in catalogue.regions.items():
        for text in (code, *(alias.split("|")[1] for alias in one.aliases if alias.split("|")[1])):
            assert lexicon.region(text).codes == (code,), text
        for text in (one.name_zh, one.short_zh, one.name_en, *(alias.split("|")[0] for alias in one.aliases)):
            assert code in lexicon.region(text).codes, text


INDICATORS = {
    "product_spot_check_pass_rate": "product_spot_check_pass_rate|产品质量监督抽查合格率|产品质量监督抽查合格率（%）"
    "|产品质量监督抽查合格率％|3.产品质量监督抽查合格率|其中：产品质量监督抽查合格率(%)|《产品质量监督抽查合格率》",
    "pm25_concentration": "PM2.5浓度|pm2.5浓度|ＰＭ２．５浓度|PM₂.₅浓度(μg/m³)|细颗粒物(PM2.5)年均浓度（微克/立方米）",
    "rd_spending": "企业研发经费投入|企业研发经费投入（亿元）|企业研发经费投入,万元|企业研发经费投入 单位：亿元",
    "air_quality_index": "AQI|aqi|Air quality index|air  quality  index",
    "coastal_water_function_zone_compliance_rate": "近岸海域水质达标率（功能区，2016年及以前）",
    "cnc_equipment_metrology_centre": "数控装备产业计量测试中心建成（国家级）",
    "public_service_satisfaction_rate": "公共服务质量满意度（%）",
    "public_service_quality_satisfaction_score": "公共服务质量满意度（分）|公共服务质量满意度（得分）",
}


@pytest.mark.parametrize(("code", "text"), each(INDICATORS))
def test_an_indicator_is_known_with_and_without_its_unit(lexicon: Lexicon, code: str, text: str) -> None:
    assert lexicon.indicator(text).codes == (code,)
    assert lexicon.is_indicator(text)


def test_a_synonym_of_several_is_asked(lexicon: Lexicon) -> None:
    assert set(lexicon.indicator("受检率").codes) == {
        "enterprise_measurement_standard_check_rate",
        "mandatory_verification_instrument_check_rate",
    }


def test_an_unknown_indicator_is_suggested_and_not_taken(lexicon: Lexicon) -> None:
    found = lexicon.indicator("产品质量监督抽查合格律（%）")
    assert found.codes == ()
    assert found.near[0] == "product_spot_check_pass_rate"
    assert lexicon.indicator("12.5") == lexicon.indicator("") == Hit()


def test_every_indicator_is_known_by_its_names(catalogue: Catalogue, lexicon: Lexicon) -> None:
    for code, one in catalogue.indicators.items():
        for text in (code, one.name_zh, one.name_en, *filter(None, (one.short_zh, one.short_en))):
            assert lexicon.indicator(text).codes == (code,), text
        for text in one.synonyms:
            assert lexicon.indicator(text).codes, text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("350500-market", QUANZHOU),
        ("泉州市市场监督管理局", QUANZHOU),
        ("泉州市市场监管局", QUANZHOU),
        ("泉州市质监局", "350500-quality"),
        ("吐鲁番市质监局", "650400-quality"),
        ("抚州市市场监管局", FUZHOU),
    ],
)
def test_a_department_is_known_by_its_names(lexicon: Lexicon, text: str, code: str) -> None:
    assert lexicon.department(text).codes == (code,)


def test_a_department_that_several_regions_have_is_asked(lexicon: Lexicon) -> None:
    assert {"350500-quality", "650400-quality"} <= set(lexicon.department("市质监局").codes)
    assert lexicon.department("泉洲市环保局").near[0] == "350500-environment"


def test_an_unknown_department_is_refused_with_those_there_are(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownCode, match="350500-market"):
        Lexicon(catalogue, "nobody")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("地区生产总值(亿元)", ("地区生产总值", "亿元")),
        ("合格率（%）", ("合格率", "%")),
        ("合格率%", ("合格率", "%")),
        ("年末常住人口/万人", ("年末常住人口", "万人")),
        ("产值,亿元", ("产值", "亿元")),
        ("产量：万吨", ("产量", "万吨")),
        ("人口 万人", ("人口", "万人")),
        ("产值（单位：亿元）", ("产值", "亿元")),
        ("台件数（台（件））", ("台件数", "台(件)")),
        ("均价(元/平方米)", ("均价", "元/平方米")),
        ("专利拥有量【件/万人】", ("专利拥有量", "件/万人")),
        ("示范基地数（国家级）", ("示范基地数(国家级)", "")),
        ("Air quality index", ("Air quality index", "")),
        ("空气质量 指数", ("空气质量 指数", "")),
        ("件/万人", ("件/万人", "")),
        ("2019年", ("2019年", "")),
        ("", ("", "")),
    ],
)
def test_only_what_is_a_unit_is_taken_off_a_name(text: str, parts: tuple[str, str]) -> None:
    assert split_unit(text) == parts


def test_cells_are_told_apart(lexicon: Lexicon) -> None:
    assert all(lexicon.is_period(text) for text in ("2019", "2019年1-6月", "20190630", "二〇一九年"))
    assert not any(lexicon.is_period(text) for text in ("350512", "98.3", "1-6月", "泉州", ""))
    assert all(lexicon.is_number(text) for text in ("98.3%", "1,234", "0"))
    assert not any(lexicon.is_number(text) for text in ("--", "", "35~150", "泉州"))


def test_a_hundred_thousand_unknown_names_do_not_hold_up_a_file(catalogue: Catalogue) -> None:
    fresh, started = Lexicon(catalogue, QUANZHOU), time.process_time()
    found = [fresh.region(f"某某街道{place}") for place in range(100_000)]
    assert not any(one.codes for one in found)
    assert time.process_time() - started < 30  # one by one compared with every name it takes minutes
