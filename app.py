"""The launcher: `streamlit run app.py` serves the board; the screens begin in ui/shell.py."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pandas  # noqa: F401  (loaded once here, so that the first visitor does not wait for it)
import plotly.graph_objects  # noqa: F401
import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from data.service import serving
from ui.guard import KnownPages, SafeHeaders, healthz
from ui.origin import OwnOrigin


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Hold the board and its command socket open for as long as the server runs.

    What is loaded by now stays: frozen, a collection after every script run no longer walks through it.
    """
    from ui.frame import warm  # now, when Streamlit's caches have their runtime

    warm()
    with serving():
        gc.freeze()
        yield


def broke(error: Exception) -> bool:
    """One sentence and an id for what breaks outside the parts of a page; never Streamlit's own report."""
    from ui.states import broke as say_so

    return say_so(error)


app = st.App(
    "ui/shell.py",
    lifespan=lifespan,
    on_script_error=broke,
    routes=[Route("/healthz", healthz)],
    middleware=[Middleware(OwnOrigin), Middleware(SafeHeaders), Middleware(KnownPages)],
)
