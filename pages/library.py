"""The library: every plan with its phases, every target to search and filter, every milestone with its evidence."""

from ui.address import here
from ui.screens import library

library.show(here())
