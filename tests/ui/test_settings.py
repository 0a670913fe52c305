"""The live settings of the server, as Streamlit itself says them; its colours are those of the tokens."""

import json
import subprocess
import sys
import tomllib

import pytest

from config.tokens import Theme, tokens
from tests.ui.shipped import ROOT

SAFE = {
    "server.address": "127.0.0.1",
    "server.port": 8501,
    "server.allowedHosts": ["127.0.0.1", "localhost"],
    "server.maxUploadSize": 25,
    "server.fileWatcherType": "none",
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.enableAgentApi": False,
    "server.trustedUserHeaders": {},
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "browser.gatherUsageStats": False,
    "browser.serverAddress": "127.0.0.1",
    "runner.magicEnabled": False,
    "theme.baseFontSize": 19,
}
ASK = """
import json, sys, streamlit
print(json.dumps({name: streamlit.get_option(name) for name in json.loads(sys.argv[1])}))
"""


def test_live_values():
    """Asked in a process of its own, in the folder the board is started from."""
    asked = [sys.executable, "-c", ASK, json.dumps(list(SAFE))]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert json.loads(said) == SAFE


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_those_of_the_tokens(theme: Theme):
    written = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][theme]
    colour = tokens().colour[theme]
    assert written == {
        "primaryColor": colour.accent,
        "linkColor": colour.accent,
        "backgroundColor": colour.page,
        "secondaryBackgroundColor": colour.sunk,
        "textColor": colour.ink,
        "borderColor": colour.axis,
        "dataframeBorderColor": colour.hair,
        "dataframeHeaderBackgroundColor": colour.sunk,
        "dataframeHeaderTextColor": colour.muted,
    }
