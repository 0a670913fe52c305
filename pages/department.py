"""Who answers for which target, and which figures each body owes."""

from ui.address import here
from ui.screens import department

department.show(here())
