"""Analysis: indicators, regions and periods of one's own choice, as a table, a chart and a file."""

from ui.address import here
from ui.screens import explore

explore.show(here())
