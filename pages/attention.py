"""What needs attention: every red and yellow light with its course, and one target on a screen of its own."""

from ui.address import here
from ui.screens import attention

attention.show(here())
