"""Status glyphs as pictures for the stylesheet: drawn once from the tokens, used as CSS backgrounds.

Streamlit drops inline SVG from its HTML, so a glyph on the page is an empty span with a background
and a name.
"""

from urllib.parse import quote

from config.tokens import Palette, tokens

OUTLINES = {
    "square": '<rect x="2" y="2" width="20" height="20" fill="{c}"/>',
    "triangle-down": '<path d="M1.5 3h21L12 22z" fill="{c}"/>',
    "triangle-left": '<path d="M21 1.5v21L2 12z" fill="{c}"/>',
    "disc": '<circle cx="12" cy="12" r="10.5" fill="{c}"/>',
    "ring": '<circle cx="12" cy="12" r="8.8" fill="none" stroke="{c}" stroke-width="2.8"/>',
    "dash": '<rect x="2" y="10" width="20" height="4.4" fill="{c}"/>',
}
INNER = {
    "bar": '<rect x="6" y="10.4" width="12" height="3.2" fill="{i}"/>',
    "x": '<path d="M7.5 7.5l9 9m0-9l-9 9" stroke="{i}" stroke-width="2.8" fill="none"/>',
    "down": '<path d="M12 5.5v12M7.2 12.6l4.8 5 4.8-5" stroke="{i}" stroke-width="2.8" fill="none"/>',
    "left": '<path d="M16 6.5v11L7 12z" fill="{i}"/>',
    "right": '<path d="M8.8 6.5v11l8.6-5.5z" fill="{i}"/>',
}


def picture(glyph: str, colour: str, inner: str) -> str:
    """A glyph as SVG on a field of 24 by 24; its name is an outline, with an inner mark after the
    last hyphen.
    """
    outline, _, mark = glyph.rpartition("-")
    parts = [OUTLINES[glyph]] if glyph in OUTLINES else [OUTLINES[outline], INNER[mark]]
    drawn = "".join(part.format(c=colour, i=inner) for part in parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{drawn}</svg>'


def variables(colours: Palette) -> dict[str, str]:
    """CSS variables of all status and light glyphs in a palette: name to url(…)."""
    drawn = {f"--gl-{mark.code}": (mark.glyph, mark.light) for mark in tokens().status}
    drawn |= {f"--gl-light-{light}": (glyph, light) for light, glyph in tokens().light_glyph.items()}
    return {
        name: f'url("data:image/svg+xml,{quote(picture(glyph, colours.light(light), colours.inner))}")'
        for name, (glyph, light) in drawn.items()
    }
