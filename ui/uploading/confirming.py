"""The warnings to confirm: a tick and a reason each, kept at once; the history beside a figure far from it."""

import streamlit as st

from charts import past, theme
from charts.each import each
from config.text import say
from config.tokens import tokens
from ui import html, intake
from ui.figures import Row
from ui.html import el
from ui.intake import ALL, Confirmation
from ui.panels.base import board, panel, quiet
from ui.uploading.base import Case
from ui.uploading.words import figure, indicator, period, plain, region, told
from ui.width import bucket

DRAWN = ("far_from_history", "unit_suspect")
OWNERS = ("not_owned", "unowned")  # what is confirmed is who reports, not a figure
PICTURES = 2  # histories drawn at a time
LONGEST = 200  # characters of a reason
MOST = 20  # boxes drawn; the rest is confirmed together
EACH = 4  # confirmed one by one; more may be confirmed together
WIDTH, HEIGHT = 420, 120
STILL = {"displayModeBar": False, "responsive": True}


def confirming(case: Case) -> None:
    """The panel with its boxes."""
    lang, asked = case.lang, case.found.to_confirm
    if not asked:
        html.show(board(panel(say("upload.confirm.none", lang), quiet(told("upload.confirm.quiet", lang)))))
        return
    left = len(case.found.unconfirmed)
    key = "upload.confirm.open" if left == len(asked) else "upload.confirm.left" if left else "upload.confirm.done"
    html.show(board(panel(told(key, lang, n=len(asked), left=left))))
    if len(asked) > EACH:
        _box(case, ALL, told("upload.confirm.all", lang, n=len(asked)))
    drawn = 0
    for one in asked[:MOST] if not case.entry.confirmations.get(ALL) else ():
        _box(case, one.key, _label(one, lang))
        if one.finding.code in DRAWN and drawn < PICTURES:
            drawn += _history(case, one)


def _label(one: Confirmation, lang: str) -> str:
    finding = one.finding
    place = finding.place(lang).removeprefix(finding.sheet).strip()
    words = {
        "place": place,
        "value": plain(finding.shown),
        "n": finding.count,
        "name": indicator(one.indicator_id, lang),
    }
    if finding.code == "fraction" and finding.other:
        return told("upload.confirm.fraction", lang, **words, other=finding.other)
    if finding.code in OWNERS:
        return told("upload.confirm.owner", lang, n=finding.count, name=words["name"])
    return told("upload.confirm.some" if finding.count > 1 else "upload.confirm.one", lang, **words)


def _box(case: Case, key: str, label: str) -> None:
    lang, held = case.lang, case.entry.confirmations
    tick, word = f"upload-tick-{case.entry.id}-{key}", f"upload-word-{case.entry.id}-{key}"
    st.session_state.setdefault(tick, key in held)
    st.session_state.setdefault(word, held.get(key, ""))
    st.session_state[tick], st.session_state[word] = st.session_state[tick], st.session_state[word]

    def kept() -> None:
        said = {name: text for name, text in case.entry.confirmations.items() if name != key}
        if st.session_state[tick] and st.session_state[word].strip():
            said[key] = st.session_state[word].strip()[:LONGEST]
        intake.confirm(case.entry.id, said)

    with st.container(key=f"upload-confirm-{_slug(key)}"):
        st.checkbox(label, key=tick, on_change=kept)
        st.text_input(
            say("upload.confirm.word", lang), key=word, on_change=kept, live=True,
            placeholder=say("upload.confirm.word", lang), label_visibility="collapsed",
        )  # fmt: skip


def _slug(key: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in key)


def _history(case: Case, one: Confirmation) -> int:
    """The series up to now and the new figure, where there is a series."""
    found, lang = case.found.changes, case.lang
    here = found[found["file_row"].eq(one.finding.row) & found["file_column"].eq(one.finding.column)]
    if not len(here):
        return 0
    new: Row = next(here.itertuples())
    series = intake.past_of(new.region, new.indicator_id)
    series = series[series["period_end"].lt(new.period_end)]
    if len(series) < 2:
        return 0
    first, *_, last = each(series)
    drawn = past.line_of(
        series,
        (new.period_end, float(new.new)),
        labels=(figure(new.indicator_id, last.value, lang), figure(new.indicator_id, new.new, lang)),
        ends=(period(first.period_start.date(), first.period_end.date(), lang),
              period(new.period_start.date(), new.period_end.date(), lang)),
        size=(WIDTH, HEIGHT, tokens().size[bucket()].chart),
        title=told("upload.history", lang, region=region(new.region, lang), name=indicator(new.indicator_id, lang)),
        theme=case.place.theme,
    )  # fmt: skip
    with st.container(key=f"upload-history-{_slug(one.key)}"):
        html.show(board(el("p", theme.alt_of(drawn), cls="rest")))
        st.plotly_chart(drawn, theme=None, config=STILL, key=f"upload-past-{_slug(one.key)}", alt=theme.alt_of(drawn))
    return 1
