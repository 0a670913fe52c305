"""How wide words are taken to be, on screens that count their lines before they are drawn."""

from ui.meeting.measure import BOLD, PLAIN, SERIF, em, folded, heading, left_under


def test_chinese_signs_take_one_em_in_every_face_and_latin_ones_less():
    assert em("质量强市", PLAIN) == em("质量强市", SERIF) == 4
    assert em("will", BOLD) < em("mmmm", BOLD) <= 4
    assert em("Quality", PLAIN) < em("Quality", BOLD) < em("Quality", SERIF)


def test_english_breaks_at_words_and_what_is_longer_than_a_line_anywhere():
    words = "one two three four"
    assert folded(words, 1000, 20) == 1
    assert folded(words, em("three") * 20 + 1, 20) == 4
    assert folded("电" * 10, 100, 20) == 2
    assert folded("x" * 30, 100, 20) > 2


def test_a_chinese_headline_breaks_at_punctuation_only():
    clause = "需" * 20
    assert left_under(f"{clause}，{clause}。", "", "w1366") < left_under("需" * 30, "", "w1366")


def test_what_stands_beside_a_long_heading_takes_a_line():
    assert heading("short", "x", "w1024") < heading("short", "x" * 90, "w1024")
