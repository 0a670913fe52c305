"""One indicator: through time, across regions, its targets, definition, revisions and loads."""

from ui.address import here
from ui.screens import indicator

indicator.show(here())
