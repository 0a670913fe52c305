"""Filters and address in step: the address is the only memory of a screen.

Every run reads the place from the address; a picker writes the address and the run after it reads it again.
So load, reload, back, a pasted link and a language switch all end in the same screen. Streamlit's own
``bind=`` writes labels instead of codes, and its own links drop parameters: hence this adapter.
"""

from collections.abc import Callable
from datetime import date

import streamlit as st

from ui import cache, own
from ui.place import NONE, Offers, Place, Refused, parse

FILTERS = {"plan", "region", "as_of", "demo"}
OF_VIEW = ("day", "part", "bodies", "page_no")  # of a page's own parameters, what a filter makes senseless
OF_PLAN = ("indicators", "regions", "periods", "department")  # and what another plan does


def read() -> tuple[Place, list[Refused]]:
    """The place this address means, and what in it was not understood. Raises the board's troubles."""
    offers = Offers(list(cache.plans()["id"]), _regions, cache.default_as_of, cache.compared_with)
    return parse(st.query_params.to_dict(), offers)


def here() -> Place:
    """The place this address means."""
    return read()[0]


def go(**changes: object) -> None:
    """Write the address of this place with some fields changed; called from a widget's callback.

    What the change makes senseless is dropped and takes its default: another plan brings its own region and
    dates, demonstration data another newest date, an as-of date before the comparison date another comparison,
    a filter closes the open explanation and the days a page has chosen for itself.
    """
    place = here()
    params = place.params(**changes)
    newest = place.as_of == cache.default_as_of(place.plan, place.demo)
    if "plan" in changes:
        params = {name: said for name, said in params.items() if name not in ("region", "as_of", "since")}
    elif "demo" in changes and newest:
        params = {name: said for name, said in params.items() if name not in ("as_of", "since")}
    elif params["since"] != NONE and params["since"] >= params["as_of"]:
        del params["since"]
    filtered = not FILTERS.isdisjoint(changes)
    if filtered:
        params.pop("why", None)
    lost = (*(OF_VIEW if filtered else ()), *(OF_PLAN if "plan" in changes else ()))
    st.query_params.from_dict(params | own.kept(without=lost))


def follow(field: str, value: object) -> tuple[str, Callable[[], None]]:
    """The key and the callback of a widget that shows a field of the place and changes it.

    The widget is set to the place's value on every run, so that back and reload reach it too.
    """
    key = f"place-{field}"
    st.session_state[key] = value

    def changed() -> None:
        go(**{field: st.session_state[key]})

    return key, changed


def pinned(place: Place) -> dict[str, str]:
    """What the present address leaves to defaults: with it added, a copied link keeps its meaning."""
    said = st.query_params.to_dict()
    return {name: value for name, value in place.params().items() if name not in said}


def _regions(plan: str) -> list[str]:
    return list(cache.regions(plan)["code"])


def dates_with(choices: list[date], chosen: date | None) -> list[date]:
    """The dates to choose from, newest first, with the chosen one among them even if no data end on it."""
    return sorted({*choices, *([chosen] if chosen else [])}, reverse=True)
