"""The sheet of a region: how it stands, and its targets beside those of the other regions."""

from ui.address import here
from ui.screens import region

region.show(here())
