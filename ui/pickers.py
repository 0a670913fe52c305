"""The pickers at the right end of the navigation row. Each shows what is chosen and opens to change it."""

import streamlit as st
from pandas import Series

from config.text import say
from ui import address, cache, width
from ui.place import Place


def region(place: Place) -> None:
    """Plan and region; the label is the region's short name."""
    plans = cache.plans().set_index("id")[f"title_{place.lang}"]
    regions = cache.regions(place.plan).set_index("code")
    short = regions["short_zh"] if place.lang == "zh" else regions["name_en"]
    with st.popover(_plain(short[place.region]), type="tertiary", key="pick-region"):
        _choose("plan", place.plan, plans, say("nav.plan", place.lang))
        _choose("region", place.region, regions[f"name_{place.lang}"], say("nav.region", place.lang))


def dates(place: Place) -> None:
    """As-of and comparison date; the label names the comparison only where there is room for it."""
    room = "_short" if width.bucket() == "w1024" else ""
    label = say(f"nav.as_of_label{room}", place.lang, date=place.as_of.isoformat())
    if place.since and width.bucket() == "w1920":
        label += " " + say("nav.since_label", place.lang, date=place.since.isoformat())
    choices = cache.as_of_choices(place.plan, place.demo)
    with st.popover(label, type="tertiary", key="pick-dates"):
        key, changed = address.follow("as_of", place.as_of)
        days = address.dates_with(choices, place.as_of)
        st.selectbox(say("nav.as_of", place.lang), days, key=key, on_change=changed)
        key, changed = address.follow("since", place.since)
        earlier = [one for one in address.dates_with(choices, place.since) if one < place.as_of]
        st.selectbox(
            say("nav.since", place.lang),
            [None, *earlier],
            key=key,
            on_change=changed,
            format_func=lambda one: one.isoformat() if one else say("nav.no_comparison", place.lang),
        )


def demo(place: Place) -> None:
    """The switch that hides demonstration data; its label says whether they are shown."""
    shown = "nav.demo_shown" if place.demo else "nav.demo_hidden"
    label = shown if width.bucket() == "w1920" else f"{shown}_short"
    with st.popover(say(label, place.lang), key="pick-demo"):
        key, changed = address.follow("demo", place.demo)
        st.toggle(say("nav.demo_switch", place.lang), key=key, on_change=changed)
        st.caption(say("nav.demo_meaning", place.lang))


def language(place: Place) -> None:
    """The other language. A button: a link to the page one is on leaves Streamlit's address as it was."""
    other = "zh" if place.lang == "en" else "en"
    label = say("nav.other_language", place.lang)
    st.button(label, type="tertiary", key="pick-lang", on_click=address.go, kwargs={"lang": other})


def _choose(field: str, chosen: str, names: Series, label: str) -> None:
    """A box that chooses a code by its name."""
    shown = {str(code): str(name) for code, name in names.items()}
    key, changed = address.follow(field, chosen)
    st.selectbox(label, list(shown), key=key, on_change=changed, format_func=lambda code: shown.get(code, code))


def _plain(name: object) -> str:
    """A name without the signs Streamlit would read as Markdown in a label."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]:$~<>#" else sign for sign in str(name))
