"""Where in the wizard a visitor is: the address holds the upload and the step beside the place's own parameters."""

from collections.abc import Callable
from dataclasses import dataclass

from ui import address, own
from ui.html import Markup
from ui.place import Place

STEPS = ("choose", "read", "match", "check", "send", "receipt")


@dataclass(frozen=True)
class Stage:
    """An upload and a step, counted from 1; nothing where the address names none."""

    upload: int | None = None
    step: int | None = None
    department: str = ""


def stage() -> Stage:
    """What the address says; what it says wrongly is left out."""
    step = own.number("step")
    known = step if step is not None and 1 <= step <= len(STEPS) else None
    return Stage(own.number("upload"), known, own.own("department"))


def go(upload: int | None = None, step: int | None = None) -> None:
    """Write the address of a step; without an upload that of the first one."""
    said = {"upload": str(upload) if upload else None, "step": str(step) if upload and step else None}
    own.set_own(address.here(), **said)


def going(upload: int | None, step: int) -> Callable[[], None]:
    """The callback of a button that leads to a step."""
    return lambda: go(upload, step)


def link(place: Place, at: Stage, *inside: object) -> Markup:
    """A link to a step that keeps the session."""
    said = {"upload": at.upload, "step": at.step if at.upload else None, "department": at.department}
    return own.link(place, *inside, own={name: value for name, value in said.items() if value})
