"""The overview: how the plan stands, what needs attention, what changed, the regions side by side."""

from ui.address import here
from ui.screens import overview

overview.show(here())
