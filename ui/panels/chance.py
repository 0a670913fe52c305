"""How likely a target is met, as a cell of a table; the choice between the order by urgency and the one by chance."""

from typing import Literal, get_args

from config.text import say
from ui import chances, own
from ui.figures import Row
from ui.html import Markup, el
from ui.place import Place, Refused

Order = Literal["urgency", "chance"]


def asked() -> tuple[Order, list[Refused]]:
    """The order the address asks for, by urgency where it says none, and what of it is not understood."""
    said = own.own("order")
    if said == "chance":
        return "chance", []
    return "urgency", [Refused("order", said[:24])] if said and said not in get_args(Order) else []


def orders(place: Place, chosen: Order) -> Markup:
    """Two quiet links; the one in force is marked."""
    rest = own.kept(without=("order",))
    links = (
        own.link(
            place,
            say(f"order.{order}", place.lang),
            own=rest if order == "urgency" else rest | {"order": order},
            current=order == chosen,
        )
        for order in get_args(Order)
    )
    return el("p", *links, cls="orders", role="group", aria_label=say("order.label", place.lang))


def cell(row: Row, lang: str) -> Markup:
    """The probability, or in quiet type why there is none, which is said in full where one points at it."""
    shown = chances.figure(row, lang)
    if shown:
        return el("td", shown, cls="num c-chance")
    return el("td", chances.short(row, lang), cls="num c-chance soft", title=chances.refusal(row, lang))
