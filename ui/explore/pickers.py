"""The pickers of the analysis page: each is set from the address on every run and writes it when changed."""

from datetime import date

import streamlit as st

from config.text import say
from config.tokens import Bucket
from ui import own
from ui.explore.asked import AXES, BETWEEN, MOST_INDICATORS, MOST_REGIONS, UP_TO, Asked, Offer, offered
from ui.explore.words import Names
from ui.place import Place
from ui.uploading.words import department as department_name

ANEW = ("sort", "part", "page_no")  # what makes no sense in another view
WIDTHS: dict[Bucket, dict[str, int]] = {
    "w1920": {"department": 320, "day": 190, "axis": 170},
    "w1366": {"department": 240, "day": 160, "axis": 140},
    "w1024": {"department": 220, "day": 150, "axis": 130},
}


def draw(place: Place, offer: Offer, view: Asked, named: Names, size: Bucket) -> None:
    """Indicators and regions in one row; department, days, rows and columns in the next."""
    lang, widths = place.lang, WIDTHS[size]
    left, right = st.columns([58, 42], gap="small")
    with left:
        codes = offered(offer.indicators, view.department, view.indicators)
        label = say("explore.pick.indicators", lang, n=len(view.indicators), most=MOST_INDICATORS)
        _several("indicators", label, codes, view.indicators, MOST_INDICATORS, named, place)
    with right:
        label = say("explore.pick.regions", lang, n=len(view.regions), most=MOST_REGIONS)
        _several("regions", label, list(offer.regions["code"]), view.regions, MOST_REGIONS, named, place)
    with st.container(horizontal=True, vertical_alignment="bottom", key="explore-form"):
        _department(place, offer, view, widths["department"])
        _days(place, offer, view, widths["day"])
        for field in ("rows", "cols"):
            _one(field, list(AXES), getattr(view, field), place, width=widths["axis"])


def _several(
    name: str, label: str, codes: list[str], chosen: tuple[str, ...], most: int, named: Names, place: Place
) -> None:
    key = f"explore-{name}"
    st.session_state[key] = list(chosen)
    st.multiselect(
        label,
        codes,
        key=key,
        format_func=named.indicator if name == "indicators" else named.region,
        max_selections=most,
        on_change=_several_chosen,
        args=(name, place),
        placeholder=say("explore.pick.more", place.lang),
    )


def _several_chosen(name: str, place: Place) -> None:
    said = BETWEEN.join(st.session_state[f"explore-{name}"])
    own.set_own(place, **{name: said or None}, **dict.fromkeys(ANEW))


def _department(place: Place, offer: Offer, view: Asked, width: int) -> None:
    """The department whose indicators are offered; another one brings its own pressing indicators."""
    lang = place.lang
    known = sorted({code for codes in offer.indicators["departments"] for code in codes})
    st.session_state["explore-department"] = view.department
    st.selectbox(
        say("explore.pick.department", lang),
        ["", *known],
        key="explore-department",
        on_change=_department_chosen,
        args=(place,),
        format_func=lambda code: department_name(code, lang) if code else say("explore.pick.department.all", lang),
        width=width,
    )


def _department_chosen(place: Place) -> None:
    own.set_own(
        place,
        department=st.session_state["explore-department"] or None,
        indicators=None,
        **dict.fromkeys(ANEW),
    )


def _days(place: Place, offer: Offer, view: Asked, width: int) -> None:
    """From which period end to which."""
    if view.first is None or view.last is None:
        return
    ends = sorted({*offer.ends, view.first, view.last})
    for name, chosen in (("from", view.first), ("to", view.last)):
        key = f"explore-{name}"
        st.session_state[key] = chosen
        others = [day for day in ends if (day <= view.last if name == "from" else day >= view.first)]
        st.selectbox(
            say(f"explore.pick.{name}", place.lang),
            others[::-1],
            key=key,
            on_change=_days_chosen,
            args=(place, view.first, view.last),
            format_func=date.isoformat,
            width=width,
        )


def _days_chosen(place: Place, first: date, last: date) -> None:
    begin: date = st.session_state.get("explore-from", first)
    end: date = st.session_state.get("explore-to", last)
    own.set_own(place, periods=f"{begin}{UP_TO}{end}", **dict.fromkeys(ANEW))


def _one(field: str, codes: list[str], chosen: str, place: Place, *, width: int) -> None:
    key = f"explore-{field}"
    st.session_state[key] = chosen
    st.selectbox(
        say(f"explore.pick.{field}", place.lang),
        codes,
        key=key,
        on_change=_axis_chosen,
        args=(field, place),
        format_func=lambda code: say(f"explore.axis.{code}", place.lang),
        width=width,
    )


def _axis_chosen(field: str, place: Place) -> None:
    """Rows and columns stay apart: who takes the other's axis gives up its own for it."""
    other = "cols" if field == "rows" else "rows"
    taken, beside = st.session_state[f"explore-{field}"], st.session_state[f"explore-{other}"]
    if taken == beside:
        beside = next(axis for axis in ("period", "region", "indicator") if axis != taken)
    own.set_own(place, **{field: taken, other: beside}, **dict.fromkeys(ANEW))
