"""One block a method: what it judges, its formulas, its classes as the settings hold them, its source, an example."""

from config.text import say
from metrics.defaults import OF_RULE
from metrics.model.vocabulary import Method, Rule
from ui.html import Markup, el
from ui.method.judging import FORMULAS
from ui.method.known import Known
from ui.method.maths import formula
from ui.method.shown import example_of, shown
from ui.method.standing import by_method, values
from ui.panels.base import panel, status
from ui.typography import spaced

# The classes of each method, in the order in which they are read.
CLASSES: dict[Method, tuple[str, ...]] = {
    Method.LINEAR_PACE: ("on_track", "behind", "far_behind", "reversing"),
    Method.GROWTH_RATIO: ("on_track", "behind", "far_behind", "reversing"),
    Method.HOLD: ("achieved", "at_risk", "breached", "missed"),
    Method.MILESTONE: ("achieved", "pending", "missed"),
    Method.BENCHMARK: ("achieved", "behind", "reversing", "missed"),
    Method.RANK: ("achieved", "behind", "reversing", "missed"),
    Method.TREND: ("on_track", "behind", "far_behind", "reversing", "achieved", "missed"),
    Method.FREQUENCY: ("pending", "behind", "achieved", "missed"),
}
PACED = (Method.LINEAR_PACE, Method.GROWTH_RATIO)
BY_GAP = (Method.BENCHMARK, Method.RANK)


def methods(known: Known) -> Markup:
    """The panel that says how a method is chosen, with links to the blocks."""
    lang, counted = known.lang, by_method(known)
    links = [
        el(
            "a",
            say("rules.method.link", lang, name=say(f"method.{one}", lang), n=counted.get(str(one), 0)),
            href=f"#rules-method-{one}",
            cls="under",
        )
        for one in Method
    ]
    return panel(
        say("rules.methods.title", lang, n=len(Method)),
        el("p", spaced(say("rules.methods.lead", lang)), cls="rest"),
        el("p", *links, cls="jumps", role="navigation", aria_label=say("rules.methods.links", lang)),
    )


def blocks(known: Known) -> Markup:
    """The blocks, one under another."""
    return el("div", *(_block(one, known) for one in Method), cls="blocks")


def _block(method: Method, known: Known) -> Markup:
    lang = known.lang
    n = by_method(known).get(str(method), 0)
    found = example_of(known, method)
    said = say(f"rules.method.{method}", lang, **values())
    told = [
        ("when", spaced(when(method, lang))),
        ("how", spaced(said)),
        ("formula", el("span", *(formula(one) for one in FORMULAS[method]), cls="formulas-of")),
        ("classes", el("ul", *(_class(method, code, lang) for code in CLASSES[method]), cls="classes-of")),
        ("source", spaced(say(f"rules.source.{method}", lang))),
    ]
    if found is None:
        told.append(("example", spaced(say("rules.example.none", lang))))
    facts = [el("div", el("dt", say(f"rules.told.{name}", lang)), el("dd", words)) for name, words in told]
    return el(
        "div",
        panel(
            spaced(say("rules.method.title", lang, name=say(f"method.{method}", lang), n=n)),
            el("div", el("dl", *facts, cls="facts"), "" if found is None else shown(found, known), cls="block-of"),
            level="h3",
            cls="block",
        ),
        id=f"rules-method-{method}",
        cls="block-box",
    )


def when(method: Method, lang: str) -> str:
    """Which promises the method judges where the catalogue names none, by the defaults of the code."""
    fixed = [rule for rule, of in OF_RULE.items() if of is method]
    free = [rule for rule in Rule if rule not in OF_RULE]
    return say(f"rules.when.{method}", lang, rules=_named(fixed, lang), free=_named(free, lang), **values())


def _named(rules: list[Rule], lang: str) -> str:
    return say("list", lang).join(say("rules.quoted", lang, rule=say(f"rule.{rule}", lang)) for rule in rules)


def _class(method: Method, code: str, lang: str) -> Markup:
    """A status and the condition under which the method gives it."""
    kind = "pace" if method in PACED else "gap" if method in BY_GAP else method
    condition = say(f"rules.class.{kind}.{code}", lang, **values())
    return el("li", status(code, lang), el("span", spaced(condition), cls="if"))
