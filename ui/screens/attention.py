"""What needs attention: every red and yellow light with its course, and one target on a screen of its own."""

from pathlib import Path

from pandas import DataFrame

from ui import cache, clock, counts, html, rows, states
from ui.asking.department import answering
from ui.attention import sheet
from ui.attention.listed import Asked, asked, duties_of, found, listed
from ui.department.named import Names
from ui.meeting import attention as meeting
from ui.place import Place, Refused
from ui.screens import explain
from ui.single import sheet as single

STYLE = Path(__file__).parent.parent / "static" / "attention.css"


def show(place: Place) -> None:
    """Draw the list or the one target the address names, and the explanation over it where one is asked for."""
    html.stylesheet(STYLE)
    everything = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    what, refused = asked()
    one = found(everything, what.one)
    if len(one):
        single.draw(place, one, everything)
    else:
        refused += [Refused("one", what.one[:24])] if what.one else []
        _list(place, what, everything, refused)
    rows.listen()
    explain.open_if_asked(place, everything)


def _list(place: Place, what: Asked, everything: DataFrame, refused: list[Refused]) -> None:
    """The list, and over it what of the address was not understood."""
    here = counts.headlines(everything, place.region)
    told = duties_of(here)
    if what.body and what.body not in set(told["body"]):
        refused.append(Refused("department", what.body[:24]))
        what = Asked(what.light, "", what.page)
    if refused:
        states.refused(refused, place.lang)
    before = cache.assessments(place.plan, place.since, place.demo, place.known) if place.since else None
    earlier = None if before is None else counts.headlines(before, place.region)
    if place.present:
        names = Names(answering(clock.today()), place)
        body = names.short(what.body) if what.body else ""
        meeting.draw(place, what, listed(here, earlier, told, what.body), body, refused=bool(refused))
    else:
        sheet.draw(place, what, here, earlier, told)
