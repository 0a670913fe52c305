"""Another site's page cannot open the board's web socket."""

import pytest
from starlette.datastructures import Headers

from ui.origin import same_origin


@pytest.mark.parametrize(
    ("origin", "host", "ours"),
    [
        ("http://127.0.0.1:8501", "127.0.0.1:8501", True),
        ("https://board.city.example", "board.city.example", True),
        (None, "127.0.0.1:8501", True),
        ("https://evil.example", "127.0.0.1:8501", False),
        ("http://127.0.0.1:9999", "127.0.0.1:8501", False),
        ("null", "127.0.0.1:8501", False),
    ],
)
def test_only_our_own_pages_open_a_web_socket(origin: str | None, host: str, ours: bool) -> None:
    given = {"host": host} | ({"origin": origin} if origin else {})
    assert same_origin(Headers(given)) is ours
