"""The only caller of st.html: small pieces of markup in which every value is escaped.

``el("td", name, cls="num")`` gives a `Markup`; anything that is not one is text and is escaped, so a name
out of a file can never become a tag. Inline SVG and scripts do not survive in the browser; a plain link
reloads the session (ui/rows.py has one that does not).

Streamlit puts the folder of ui/shell.py on the import path while a script runs: import this module, and with
it the standard library's html, before the first run, as app.py and the tests do.
"""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

import streamlit as st

NAME = re.compile(r"[a-z][a-z0-9-]*")
SCHEME = re.compile(r"[\s\x00-\x1f]*([A-Za-z][\w+.\-\s\x00-\x1f]*:(?:image/)?)")
SAFE_SCHEMES = frozenset({"http:", "https:", "data:image/"})
VOID = frozenset({"br", "col", "hr", "img", "wbr"})


class Markup(str):
    """Text that is markup already: made by `el` and `join` only."""

    __slots__ = ()


def text(value: object) -> Markup:
    """A value as markup: itself if it is markup, escaped if it is not, nothing for None."""
    if isinstance(value, Markup):
        return value
    return Markup("" if value is None else escape(str(value)))


def join(parts: Iterable[object], between: str = "") -> Markup:
    """Several values one after another."""
    return Markup(escape(between).join(text(part) for part in parts))


def el(tag: str, *inside: object, cls: str = "", **attributes: object) -> Markup:
    """One element. ``aria_label="…"`` becomes ``aria-label``; None and False leave an attribute out.

    Raises ValueError for a tag or attribute that is no plain name, and for one that would run code.
    """
    said = {"class": cls or None} | {name.rstrip("_").replace("_", "-"): v for name, v in attributes.items()}
    for name in (tag, *said):
        if not NAME.fullmatch(name) or name.startswith("on") or name == "script":
            raise ValueError(name)
    shown = "".join(_attribute(name, value) for name, value in said.items() if value not in (None, False))
    if tag in VOID:
        return Markup(f"<{tag}{shown}>")
    return Markup(f"<{tag}{shown}>{join(inside)}</{tag}>")


def _attribute(name: str, value: object) -> str:
    if value is True:
        return f" {name}"
    said = str(value)
    if name in ("href", "src") and (scheme := SCHEME.match(said)) and scheme[1].lower() not in SAFE_SCHEMES:
        raise ValueError(said)
    return f' {name}="{escape(said)}"'


def show(markup: Markup) -> None:
    """Put a piece of markup on the page."""
    if not isinstance(markup, Markup):
        raise TypeError(type(markup))
    st.html(markup)


def stylesheet(*paths: Path) -> None:
    """Put the app's own style sheets on the page; they take no room."""
    for path in paths:
        st.html(path)
