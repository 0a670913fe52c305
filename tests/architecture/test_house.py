"""The house rules that no linter knows: sizes, names, where texts and markup stand, what each room may know.

Every rule is a function from a parsed file to the places that break it; the last tests show that it bites.
"""

import ast
import io
import re
import string
import subprocess
import sys
import tokenize
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
ROOMS = ("pages", "ui", "charts", "reports", "data", "config", "metrics")
LANGUAGES = ("zh", "en")
FILE_LINES, FUNCTION_LINES, PAGE_LINES = 300, 45, 80

# Files that hold Chinese because they read it, each with what it reads. Texts to show never stand here.
READS_CHINESE: dict[str, str] = {
    "data/ingest/cells.py": "figures and what stands for none: 暂无, 约, 下降 3.2%",
    "data/ingest/reader/delimiting.py": "the full-width comma between cells",
    "data/ingest/lexicon.py": "names of regions and indicators: 全市, 自治州, 其中",
    "data/ingest/measures.py": "units behind figures: 万人, 亿元, 微克/立方米",
    "data/ingest/memory.py": "halves and quarters in headers, left out of what is remembered",
    "data/ingest/names.py": "endings and numbering of names: 自治州, 其中, 一、",
    "data/ingest/shape_words.py": "headings, titles, footnotes and periods of tables",
    "data/ingest/states.py": "done and not done, yes and no",
    "metrics/periods.py": "periods as departments write them: 2023年上半年, 第三季度",
    "ui/typography.py": "running text, to set spaces between Chinese and figures",
}

CATCH_ALL = {"common", "components", "helper", "helpers", "misc", "util", "utils"}
CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]")
SQL = re.compile(
    r"\b(select\b.+\bfrom|insert\s+(or\s+\w+\s+)?into|update\b.+\bset|delete\s+from|(create|drop|alter)\s+\w+|attach)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Source:
    """A Python file of the product, parsed."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def room(self) -> str:
        return self.path.split("/")[0]


Rule = Callable[[Source], Iterator[str]]


def product() -> list[Source]:
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    files += [ROOT / name for name in ("app.py", "cli.py") if (ROOT / name).exists()]
    return [Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in files]


def at(source: Source, line: int, what: str) -> str:
    return f"{source.path}:{line} {what}"


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """The text literals of a file, docstrings aside."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node


def calls(tree: ast.Module, name: str) -> Iterator[ast.Call]:
    """Calls of ``name(…)`` and ``something.name(…)``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name in (
            getattr(node.func, "id", ""),
            getattr(node.func, "attr", ""),
        ):
            yield node


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of every import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


# The rules


def pages_hold_no_sql(source: Source) -> Iterator[str]:
    if source.room == "pages":
        for node in literals(source.tree):
            if SQL.search(str(node.value)):
                yield at(source, node.lineno, "SQL in a page: ask a function of ui.cache")


def pages_are_short(source: Source) -> Iterator[str]:
    length = len(source.text.splitlines())
    if source.room == "pages" and length > PAGE_LINES:
        yield at(source, 1, f"{length} lines, a page has {PAGE_LINES} at most")


def files_are_short(source: Source) -> Iterator[str]:
    length = len(source.text.splitlines())
    if length > FILE_LINES:
        yield at(source, 1, f"{length} lines, a file has {FILE_LINES} at most")


def functions_are_short(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield at(
                    source,
                    node.lineno,
                    f"{node.name} has {length} lines, a function {FUNCTION_LINES} at most",
                )


def names_say_what_is_inside(source: Source) -> Iterator[str]:
    for part in Path(source.path).with_suffix("").parts:
        if part.strip("_") in CATCH_ALL:
            yield at(source, 1, f"{part!r} says nothing of what is inside")


def texts_stand_in_the_locale(source: Source) -> Iterator[str]:
    if source.path in READS_CHINESE or source.path.startswith("config/locale/"):
        return
    for node in literals(source.tree):
        if CHINESE.search(str(node.value)):
            yield at(source, node.lineno, f"{node.value!r}: texts stand in config/locale")


def markup_is_escaped(source: Source) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.NAME and token.string.startswith("unsafe_allow_"):
            yield at(source, token.start[0], f"{token.string} has no caller here: build markup in ui/")


def markup_has_one_door(source: Source) -> Iterator[str]:
    """Places that hand raw markup to Streamlit: allowed in one module of ui/, so all of them are named."""
    for node in calls(source.tree, "html"):
        if isinstance(node.func, ast.Attribute):
            yield at(source, node.lineno, "calls .html()")
    for line, name in imported(source.tree):
        if name in ("streamlit.html", "streamlit.components.v1.html"):
            yield at(source, line, f"imports {name}")


def metrics_has_no_clock(source: Source) -> Iterator[str]:
    if source.room == "metrics":
        for name in ("today", "now", "utcnow"):
            for node in calls(source.tree, name):
                yield at(source, node.lineno, f"{name}(): metrics is told the date")


def model_is_the_floor(source: Source) -> Iterator[str]:
    if source.path.startswith(("metrics/model/", "metrics/model.py")):
        for line, name in imported(source.tree):
            if name.startswith("metrics.") and not f"{name}.".startswith("metrics.model."):
                yield at(source, line, f"metrics.model imports {name}, which stands above it")


def launchers_keep_apart(source: Source) -> Iterator[str]:
    """What import-linter cannot say of app.py and cli.py, which are no packages."""
    barred = {"app.py": {"duckdb", "plotly.express"}, "cli.py": {"duckdb", "streamlit", "pages", "charts"}}
    for line, name in imported(source.tree):
        if any(f"{name}.".startswith(f"{one}.") for one in barred.get(source.path, ())):
            yield at(source, line, f"imports {name}")


RULES: list[Rule] = [
    pages_hold_no_sql,
    pages_are_short,
    files_are_short,
    functions_are_short,
    names_say_what_is_inside,
    texts_stand_in_the_locale,
    markup_is_escaped,
    metrics_has_no_clock,
    model_is_the_floor,
    launchers_keep_apart,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_file_keeps_the_rule(rule: Rule) -> None:
    assert [place for source in product() for place in rule(source)] == []


def test_one_module_of_ui_hands_markup_to_streamlit() -> None:
    doors = {source.path: places for source in product() if (places := list(markup_has_one_door(source)))}
    assert len(doors) <= 1, doors
    assert all(path.startswith("ui/") for path in doors), doors


def test_files_beside_python_are_short_too() -> None:
    texts = [
        path for room in (*ROOMS, "scripts") for end in ("sql", "css", "sh") for path in (ROOT / room).rglob(f"*.{end}")
    ]
    own = [path for path in texts if "fonts" not in path.parts]  # a font's sheet names its hundred files
    long = {
        str(path.relative_to(ROOT)): n for path in own if (n := len(path.read_text("utf-8").splitlines())) > FILE_LINES
    }
    assert long == {}


def test_exceptions_are_still_needed() -> None:
    held = {
        source.path for source in product() if any(CHINESE.search(str(node.value)) for node in literals(source.tree))
    }
    assert set(READS_CHINESE) - held == set()


# Texts


def messages(lang: str) -> Iterator[tuple[str, list[str]]]:
    """Key and forms of every text of a language, file by file."""
    for path in sorted((ROOT / "config" / "locale" / lang).rglob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=lang):
                if message.id:
                    plural = not isinstance(message.id, str)
                    yield (
                        message.id[0] if plural else message.id,
                        list(message.string) if plural else [message.string],
                    )


def fields(forms: list[str]) -> set[str]:
    """The placeholders of a text, all its forms together."""
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def test_both_languages_have_the_same_texts_and_placeholders() -> None:
    zh, en = (dict(messages(lang)) for lang in LANGUAGES)
    assert set(zh) ^ set(en) == set()
    assert {key: (fields(zh[key]), fields(en[key])) for key in zh if fields(zh[key]) != fields(en[key])} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_stands_once_and_has_words(lang: str) -> None:
    found = list(messages(lang))
    assert [key for key, times in Counter(key for key, _ in found).items() if times > 1] == []
    assert [key for key, forms in found if not all(forms)] == []


def test_english_has_no_curly_quotes() -> None:
    """The font of the screens draws them as wide as a Chinese sign."""
    assert [key for key, forms in messages("en") if set("".join(forms)) & set("\u2018\u2019\u201c\u201d")] == []


def test_every_text_asked_for_exists() -> None:
    known = {lang: {key for key, _ in messages(lang)} for lang in LANGUAGES}
    missing = [
        at(source, node.lineno, f"{node.args[0].value!r} is not in {lang}")
        for source in product()
        for node in calls(source.tree, "say")
        if node.args and isinstance(node.args[0], ast.Constant)
        for lang in LANGUAGES
        if node.args[0].value not in known[lang]
    ]
    assert missing == []


# Imports


def test_import_contracts_hold() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    told = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_every_room_is_under_contract_and_typed() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    rooms = {room for room in ROOMS if any((ROOT / room).glob("*.py"))}
    assert rooms - set(tools["importlinter"]["root_packages"]) == set()
    assert rooms - set(tools["mypy"]["files"]) == set()


# The rules bite


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (pages_hold_no_sql, "pages/a.py", 'x = "select a\\n from b"'),
        (pages_are_short, "pages/a.py", "x = 1\n" * 81),
        (files_are_short, "data/a.py", "x = 1\n" * 301),
        (functions_are_short, "data/a.py", "def f():\n" + "    x = 1\n" * 45),
        (names_say_what_is_inside, "data/utils.py", ""),
        (names_say_what_is_inside, "ui/components/card.py", ""),
        (texts_stand_in_the_locale, "ui/a.py", '"""质量"""\nx = f"质量{y}"'),
        (markup_is_escaped, "ui/a.py", "st.markdown(x, unsafe_allow_html=True)"),
        (markup_has_one_door, "ui/a.py", "slot.html(x)"),
        (markup_has_one_door, "ui/a.py", "from streamlit import html"),
        (metrics_has_no_clock, "metrics/a.py", "x = date.today()"),
        (model_is_the_floor, "metrics/model/a.py", "from metrics.rules import x"),
        (launchers_keep_apart, "cli.py", "import streamlit as st"),
    ],
)
def test_rules_bite(rule: Rule, path: str, text: str) -> None:
    assert len(list(rule(Source(path, text)))) == 1


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (pages_hold_no_sql, "pages/a.py", '"""Select a plan from the list."""\nx = "product"'),
        (texts_stand_in_the_locale, "ui/a.py", '"""质量"""\nx = 1  # 质量'),
        (markup_has_one_door, "ui/html.py", "from html import escape\nx = html.escape(y)"),
        (model_is_the_floor, "metrics/model/a.py", "from metrics.model.vocabulary import x"),
    ],
)
def test_rules_leave_the_innocent_alone(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Source(path, text))) == []
