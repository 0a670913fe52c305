"""Which targets the table shows: all or those that need attention, of one dimension or of all."""

from config.text import say
from ui import own
from ui.html import Markup, el
from ui.place import Place, Refused
from ui.region.grid import DIMENSIONS, Grid
from ui.typography import spaced

ATTENTION = "attention"


def asked() -> tuple[str, str, list[Refused]]:
    """Dimension and status the address asks for, "" for all, and what of it is not understood."""
    dim, status = own.own("dim"), own.own("status")
    refused = [Refused("dim", dim[:24])] if dim and dim not in DIMENSIONS else []
    if status and status != ATTENTION:
        refused.append(Refused("status", status[:24]))
    return dim if dim in DIMENSIONS else "", status if status == ATTENTION else "", refused


def chosen(grid: Grid, dim: str, status: str) -> Grid:
    """The grid with the lines that are asked for."""
    lines = grid.pressing() if status else grid.lines
    return grid.only([line for line in lines if not dim or line.row.dimension == dim])


def choices(whole: Grid, place: Place) -> Markup:
    """Two rows of quiet links; those in force are marked."""
    dim, status, _ = asked()
    lang, kept = place.lang, own.kept(without=("dim", "status"))

    def link(words: str, said_dim: str, said_status: str, *, current: bool) -> Markup:
        said = {"dim": said_dim, "status": said_status}
        return own.link(place, words, own=kept | {k: v for k, v in said.items() if v}, current=current)

    kinds = [("", len(whole.lines)), (ATTENTION, len(whole.pressing()))]
    by_status = [
        link(spaced(say(f"region.show.{kind or 'all'}", lang, n=n)), dim, kind, current=kind == status)
        for kind, n in kinds
    ]
    there = [code for code in DIMENSIONS if any(line.row.dimension == code for line in whole.lines)]
    by_dim = [link(say("region.dim.all", lang), "", status, current=not dim)]
    by_dim += [link(say(f"dimension.{code}", lang), code, status, current=code == dim) for code in there]
    return el(
        "div",
        el("p", *by_status, cls="orders", role="group", aria_label=say("region.show.label", lang)),
        el("p", *by_dim, cls="orders dims-of", role="group", aria_label=say("region.dim.label", lang)),
        el("p", own.link(place, say("tilemap.from.region", lang), page="tilemap", cls="under"), cls="orders"),
        cls="heat-choice",
    )
