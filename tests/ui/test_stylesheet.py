from config.tokens import tokens
from ui.stylesheet import TARGET, stylesheet


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_the_sheet_on_disk_is_what_the_tokens_say() -> None:
    assert TARGET.read_text(encoding="utf-8") == stylesheet(), "run python -m ui.stylesheet"


def test_every_status_has_a_glyph_in_the_sheet() -> None:
    sheet = stylesheet()
    for mark in tokens().status:
        assert f".gl.{mark.code} " in sheet
        assert sheet.count(f"--gl-{mark.code}: url(") == 2


def test_text_stands_out_at_seven_to_one() -> None:
    for palette in tokens().colour.values():
        for ground in (palette.page, palette.sunk):
            assert contrast(palette.ink, ground) >= 7
            assert contrast(palette.muted, ground) >= 7


def test_nothing_on_a_screen_is_under_16_px() -> None:
    for sizes in tokens().size.values():
        assert min(sizes.headline, sizes.section, sizes.body, sizes.small, sizes.chart) >= 16
