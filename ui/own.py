"""What a page keeps in the address for itself, beside the place: a load, a step, a department, an order.

A filter of the navigation row leaves it as it is; a link to another page drops it.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from ui.html import Markup, el
from ui.place import Place

NAMES = (  # noqa: SIM905 - read as a sentence
    "upload step load department day part bodies order scope indicator find status dim rows cols measure chart sort"
    " page_no plans rule tier regions periods indicators one target"
).split()


def own(name: str) -> str:
    """What the address says; empty where it says nothing."""
    return str(st.query_params.get(name, ""))


def kept(without: tuple[str, ...] = ()) -> dict[str, str]:
    """All that the address holds for the page, but for some names."""
    return {name: own(name) for name in NAMES if name not in without and own(name)}


def number(name: str) -> int | None:
    """A whole number from 1 to 18 digits; None for anything else."""
    said = own(name)
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 18 and int(said) else None


def set_own(place: Place, **values: str | None) -> None:
    """Write the address of a place with what the page keeps; None takes a name out."""
    said = place.params() | kept(without=tuple(values)) | values
    st.query_params.from_dict({name: value for name, value in said.items() if value})


def link(
    place: Place,
    *inside: object,
    page: str = "",
    own: Mapping[str, object] | None = None,
    cls: str = "",
    current: bool = False,
) -> Markup:
    """A link to this place on this page or another, which keeps of the pages' own what ``own`` says; ``current`` marks
    the one among several that is shown now.
    """
    query = urlencode(place.params() | {name: str(value) for name, value in (own or {}).items()})
    return el(
        "a",
        *inside,
        cls=f"go {cls}".strip(),
        href=f"{page}?{query}",
        data_go=f"{page}?{query}",
        aria_current="true" if current else None,
    )
