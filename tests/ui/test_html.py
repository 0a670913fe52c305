import pytest

from ui.html import Markup, el, join, show, text

EVIL = '<img src=x onerror="alert(1)">&\''


def test_text_is_escaped_wherever_it_stands():
    made = el("td", EVIL, cls=EVIL, title=EVIL)
    assert "<img" not in made
    assert made.count("&lt;img") == 3
    assert made.startswith('<td class="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#x27;"')


def test_markup_is_kept_as_it_is():
    assert el("tr", el("td", "a"), el("td", 1.5)) == "<tr><td>a</td><td>1.5</td></tr>"
    assert join(["a<", el("b", "c")], " · ") == "a&lt; · <b>c</b>"


def test_names_of_attributes():
    assert el("span", role="img", aria_label="x", hidden=True, title=None, for_="a") == (
        '<span role="img" aria-label="x" hidden for="a"></span>'
    )
    assert el("br") == "<br>"


def test_none_is_nothing():
    assert text(None) == ""


@pytest.mark.parametrize("tag", ["script", "b onclick=x", "B", ""])
def test_a_tag_is_a_plain_name(tag):
    with pytest.raises(ValueError, match=f"^{tag}$"):
        el(tag)


@pytest.mark.parametrize("attribute", ["onclick", "onerror"])
def test_no_attribute_runs_code(attribute):
    with pytest.raises(ValueError, match=attribute):
        el("b", **{attribute: "x"})


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " JavaScript:x", "java\nscript:x", "data:text/html,x", "vbscript:x"]
)
def test_a_link_leads_to_a_page(link):
    with pytest.raises(ValueError, match=r"(?i)script|text/html"):
        el("a", href=link)


@pytest.mark.parametrize("link", ["product?plan=a:b", "/x", "?why=1:2", "#a", "https://a.b/c", "app/static/a.png"])
def test_an_ordinary_link_is_kept(link):
    assert f'href="{link}"' in el("a", href=link)


def test_only_markup_is_shown():
    with pytest.raises(TypeError):
        show("<b>text</b>")  # type: ignore[arg-type]
    assert isinstance(el("b"), Markup)
