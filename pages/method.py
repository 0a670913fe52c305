"""The method: how the board reckons, what that has been worth so far, and where it ends."""

from ui.address import here
from ui.screens import method

method.show(here())
