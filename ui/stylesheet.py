"""The board's stylesheet, made from the tokens and board.css: ``python -m ui.stylesheet`` writes
static/board.css.

``--check`` writes nothing and ends with 1 where the file on disk is not what the tokens say.
"""

import sys
from pathlib import Path

from config.tokens import Bucket, Palette, Sizes, Theme, tokens
from ui.glyphs import variables

HERE = Path(__file__).parent
LAYOUT = HERE / "board.css"
TARGET = HERE / "static" / "board.css"
NOTE = "/* Made by `python -m ui.stylesheet` from config/tokens.toml and ui/board.css. Change those. */\n"
SPLIT: dict[Bucket, str] = {"w1920": "49fr 51fr", "w1366": "45fr 55fr", "w1024": "41.5fr 58.5fr"}
MEDIA: dict[Bucket, str] = {"w1366": "", "w1920": "(min-width: 1501px)", "w1024": "(max-width: 1100px)"}
NAME_WIDTH: dict[Bucket, str] = {"w1920": "6.4em", "w1366": "6.6em", "w1024": "6.4em"}
COUNT_WIDTH: dict[Bucket, str] = {"w1920": "6.1em", "w1366": "2.6em", "w1024": "2.1em"}

MEETING = ":root:has(.meet-mark)"
MEETING_SPLIT: dict[Bucket, str] = {"w1920": "46fr 54fr", "w1366": "44fr 56fr", "w1024": "44fr 56fr"}
DENSE: dict[Bucket, int] = {"w1920": 47, "w1366": 33, "w1024": 33}


def stylesheet() -> str:
    """The whole sheet."""
    parts = [NOTE, _rule(":root", _colours("light") | _fonts())]
    parts.append(_rule(':root[data-theme="dark"]', _colours("dark")))
    for bucket, condition in MEDIA.items():
        rule = _rule(":root", _sizes(bucket))
        parts.append(f"@media {condition} {{ {rule.strip()} }}\n" if condition else rule)
    for bucket, condition in MEDIA.items():
        rule = _rule(MEETING, _meeting(bucket))
        parts.append(f"@media {condition} {{ {rule.strip()} }}\n" if condition else rule)
    parts += [_rule(f".gl.{mark.code}", {"background-image": f"var(--gl-{mark.code})"}) for mark in tokens().status]
    parts += [
        _rule(f".gl.light-{light}", {"background-image": f"var(--gl-light-{light})"}) for light in tokens().light_glyph
    ]
    return "".join(parts) + LAYOUT.read_text(encoding="utf-8")


def _rule(selector: str, values: dict[str, str]) -> str:
    return f"{selector} {{ {' '.join(f'{name}: {value};' for name, value in values.items())} }}\n"


def _colours(theme: Theme) -> dict[str, str]:
    palette: Palette = tokens().colour[theme]
    named = {f"--{name.replace('_', '-')}": str(value) for name, value in palette.model_dump().items()}
    return named | variables(palette)


def _fonts() -> dict[str, str]:
    return {f"--{name}": family for name, family in tokens().font.items()}


def _sizes(bucket: Bucket) -> dict[str, str]:
    sizes: Sizes = tokens().size[bucket]
    named = {f"--{name.replace('_', '-')}": f"{value}px" for name, value in sizes.model_dump().items()}
    return named | {
        "--glyph": f"{round(sizes.body * 0.95)}px",
        "--split": SPLIT[bucket],
        "--dim-name": NAME_WIDTH[bucket],
        "--dim-n": COUNT_WIDTH[bucket],
        "--dense": f"{DENSE[bucket]}px",
        "--row-gap": f"{round(sizes.gap * 0.6)}px",
    }


def _meeting(bucket: Bucket) -> dict[str, str]:
    """Type of the meeting view, and what follows from it; margins stay those of the screen."""
    sizes: Sizes = tokens().meeting[bucket]
    named = {
        f"--{name.replace('_', '-')}": f"{value}px" for name, value in sizes.model_dump(exclude_defaults=True).items()
    }
    return named | {
        "--glyph": f"{round(sizes.body * 0.95)}px",
        "--mark": f"{sizes.body}px",
        "--pitch": f"{round(sizes.body * 1.28)}px",
        "--row": f"{round(sizes.body * 1.9)}px",
        "--dense": f"{round(sizes.body * 1.75)}px",
        "--split": MEETING_SPLIT[bucket],
        "--dim-name": "6.2em",
        "--dim-n": "2.1em",
        "--nav-text": f"{sizes.small}px",
    }


def main(arguments: list[str]) -> int:
    """Write the sheet, or check the one on disk."""
    made = stylesheet()
    if "--check" in arguments:
        return int(not TARGET.exists() or TARGET.read_text(encoding="utf-8") != made)
    TARGET.write_text(made, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
