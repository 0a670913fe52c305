"""The brand dimension: its targets, its milestones with their evidence, and the regions ranked."""

from ui.address import here
from ui.screens import dimension

dimension.show(here(), "brand")
