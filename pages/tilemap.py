"""The regions as tiles laid out as they lie, for one target, beside their gaps."""

from ui.address import here
from ui.screens import tilemap

tilemap.show(here())
