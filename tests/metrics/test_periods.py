"""Periods are understood as departments write them, and never guessed."""

from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from metrics.periods import Period, UnreadablePeriod, containing, label, of_months, parse, parse_day, reported

FORMS = {
    "2019": "2019 2019年 2019年度 2019年末 2019年底 2019年终 2019年(末) 2019年（末） 2019年全年 2019全年 2019年1-12月"
    " 2019年累计 二〇一九年 二零一九年 ２０１９年 ２０１９",
    "2019H1": "2019H1 2019h1 2019上半年 2019年上半年 2019年上半年累计 2019-H1 2019年1-6月 2019年1—6月 2019年1–6月"
    " 2019年1至6月 2019年1～6月 2019年1-6月份 2019年01-06月 2019年1月-6月 2019年一至六月 2019年前6个月 2019年1——6月"
    " 2019年前两季度 二〇一九年上半年",
    "2019H2": "2019H2 2019年下半年 2019年7-12月",
    "2019Q1": "2019Q1 2019q1 2019年Q1 2019年一季度 2019年第一季度 2019年1季度 2019年第1季度 2019年1-3月",
    "2019Q2": "2019Q2 2019年二季度 2019年4-6月",
    "2019Q4": "2019Q4 2019年第四季度",
    "2019-01-01/2019-09-30": "2019年前三季度 2019年1-9月 2019年1-3季度 2019年一至三季度 2019年前9个月 2019前三季度累计",
    "2019-01-01/2019-11-30": "2019年1-11月 2019年1至11月份 2019年前11个月 2019年一至十一月",
    "2019-06": "2019-06 2019-6 201906 2019/6 2019/06 2019.06 2019.6"
    " 2019年6月 2019年06月 2019年6月份 2019年六月 ２０１９年６月",
    "2019-12": "2019-12 201912 2019.12 2019年12月 2019年十二月 二〇一九年十二月",
    "2019-10": "2019-10 2019.10 2019年十月",
}


@pytest.mark.parametrize(("short", "text"), [(short, text) for short, texts in FORMS.items() for text in texts.split()])
def test_every_form_names_its_period(short: str, text: str) -> None:
    assert label(*parse(text)) == short


@pytest.mark.parametrize("text", ["2019 年", " 2019年 6 月", "2019 Q2", "2019\u3000年", "2019 年 1 - 6 月", "\t2019\n"])
def test_blanks_mean_nothing(text: str) -> None:
    assert parse(text).start.year == 2019


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "年",
            "19年",
            "19",
            "'19",
            "十三五",
            "十三五时期",
            "一季度",
            "上半年",
            "最近20年",
            "去年",
            "0000",
            "2019-2020",
        ),
        *(
            "2019-13",
            "2019-00",
            "201913",
            "20196",
            "2019Q5",
            "2019H3",
            "2019年13月",
            "2019 06",
            "2019①",
            "٢٠١٩",
            "2019.1",
        ),
        *(
            "2019年2-5月",
            "2019年6-1月",
            "2019年1-13月",
            "2019-06-30",
            "2019年6月30日",
            "2019年二季度累计",
            "2019年前1季度",
        ),
    ],
)
def test_what_names_no_period_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        parse(text)


DAYS = (
    "2019-06-30|2019/6/30|2019/06/30|2019.6.30|2019年6月30日|2019年06月30号|20190630|2019-06-30T00:00:00|２０１９-０６-３０"
    "|二〇一九年六月三十日|2019-06-30 00:00:00|2019 年 6 月 30 日| 2019/6/30 12:30"
)


@pytest.mark.parametrize("text", DAYS.split("|"))
def test_days_are_read(text: str) -> None:
    assert parse_day(text) == date(2019, 6, 30)


@pytest.mark.parametrize(
    "text",
    ["", "2019-02-30", "6/30/2019", "30.6.2019", "19-06-30", "2019-6/30", "35050012", "20191301", "2019年", "43646"],
)
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "months", "short"),
    [
        ("2019-06-30", 1, "2019-06"),
        ("2019-06-30", 3, "2019Q2"),
        ("2019-06-30", 6, "2019H1"),
        ("2019-12-31", 12, "2019"),
        ("20191231", 6, "2019H2"),
        ("2019-06-01", 1, "2019-06"),
        ("2019年上半年", 12, "2019H1"),
        ("2019Q3", 12, "2019Q3"),
    ],
)
def test_a_figure_is_reported_for_a_period_or_on_its_last_day(text: str, months: int, short: str) -> None:
    assert label(*reported(text, months)) == short


@pytest.mark.parametrize(
    ("text", "months"), [("2019-06-30", 12), ("2019-06-15", 1), ("2019-01-01", 12), ("2019-04-01", 3), ("soon", 12)]
)
def test_a_day_inside_a_period_says_too_little(text: str, months: int) -> None:
    with pytest.raises(UnreadablePeriod):
        reported(text, months)


@settings(derandomize=True, phases=[Phase.generate], max_examples=100, deadline=None)
@given(st.integers(1000, 9999), st.sampled_from([1, 3, 6, 12]), st.integers(0, 11))
def test_a_label_names_its_period_again(year: int, months: int, place: int) -> None:
    period = of_months(year, place % (12 // months) * months + 1, months)
    assert parse(label(*period)) == period
    assert containing(period.end, months) == period


@settings(derandomize=True, phases=[Phase.generate], max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789年月季度上下半前至到-~/.HQ 一二三十末底()", max_size=14))
def test_any_text_is_a_period_of_whole_months_or_refused(text: str) -> None:
    try:
        found = parse(text)
    except UnreadablePeriod:
        return
    assert found == Period(found.start.replace(day=1), found.end)
    assert found.months in (1, 3, 6, 12) or found.start.month == 1
