"""Coverage: who owes which figures for which period, and what came."""

from ui.address import here
from ui.screens import coverage

coverage.show(here())
