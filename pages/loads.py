"""Loads: every file that came in, what it changed, and the way to take it back."""

from ui.address import here
from ui.screens import loads

loads.show(here())
