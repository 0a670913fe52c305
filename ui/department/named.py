"""The names of bodies: short in Chinese, in English without the name of the plan's own region, which stands above."""

from pandas import DataFrame

from config.text import say
from ui import cache
from ui.department.duty import NOBODY
from ui.figures import bare
from ui.place import Place
from ui.typography import spaced


class Names:
    """The names of all bodies at a place; ``answering`` as in data.asking.department."""

    def __init__(self, answering: DataFrame, place: Place) -> None:
        self.lang = place.lang
        self._region = f"{bare(str(cache.regions(place.plan)['name_en'].iloc[0]))} "
        own = answering.drop_duplicates("department").set_index("department")
        self._short = own["short_zh" if self.lang == "zh" else "name_en"].to_dict()
        self._full = own[f"name_{self.lang}"].to_dict()

    def short(self, body: str) -> str:
        """The name in a table or sentence; words for nobody."""
        if body == NOBODY:
            return say("owner.none", self.lang)
        return spaced(self.cut(str(self._short.get(body, body))))

    def full(self, body: str) -> str:
        """The name in full."""
        return spaced(str(self._full.get(body, body)))

    def formerly(self, found: DataFrame) -> str:
        """The departments a body took over, one after another; "" for none."""
        return say("list", self.lang).join(spaced(self.cut(str(name))) for name in found[f"named_{self.lang}"])

    def cut(self, name: str) -> str:
        """A name without that of the plan's region in front; Chinese names carry none."""
        rest = name.removeprefix(self._region) if self.lang == "en" else name
        return rest[:1].upper() + rest[1:]
