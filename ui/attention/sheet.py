"""The list as a desk page: the sentence, the choices, the rows."""

from pandas import DataFrame

from ui import clock, html, states
from ui.asking.department import answering
from ui.attention import choosing, says
from ui.attention.listed import Asked, Listed, answerable, listed
from ui.attention.rows import blocks
from ui.department.named import Names
from ui.panels.base import board, headline, panel, quiet
from ui.panels.foot import foot
from ui.place import Place
from ui.width import bucket


def draw(place: Place, what: Asked, here: DataFrame, earlier: DataFrame | None, told: DataFrame) -> None:
    """Draw it; ``here`` are the rows that count at the place, ``earlier`` those of the comparison date."""
    lang = place.lang
    found = listed(here, earlier, told, what.body)
    names = Names(answering(clock.today()), place)
    body = names.short(what.body) if what.body else ""
    words = (what.light, place.since, place.as_of, lang, body)
    html.show(board(headline(says.sentence(found, *words), says.rest(found, *words))))
    with states.part("attention-choices", lang):
        html.show(board(choosing.choices(answerable(here, told), found.count, what, place, names)))
    with states.part("attention-rows", lang):
        html.show(board(*_rows(found, what, place)))
    html.show(board(foot(found.rows, place)))


def _rows(found: Listed, what: Asked, place: Place) -> list[html.Markup]:
    """The blocks, or one sentence where there are none."""
    made = blocks(found, what.light, place, bucket())
    if made:
        return made
    title = says.sentence(found, what.light, None, place.as_of, place.lang)
    return [panel(title, quiet(says.nothing(found, place.lang)))]
