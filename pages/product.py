"""The product dimension: its targets with value, path and status, and the regions ranked."""

from ui.address import here
from ui.screens import dimension

dimension.show(here(), "product")
