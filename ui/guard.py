"""What the server says beside the pages: safe headers on every answer, unknown pages, and /healthz."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import anyio.to_thread
import streamlit
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.place import PAGES

INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
FONTS = "/app/static/fonts/"
MONTH = 30 * 24 * 3600


@cache
def content_policy() -> str:
    """The Content-Security-Policy: everything from this server, nothing from elsewhere.

    Streamlit's own page holds one inline script (allowed by its hash); its styles are inline, its components
    run from blob: addresses, its charts draw through data: and blob: images.
    """
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    hashes = [base64.b64encode(hashlib.sha256(code).digest()).decode() for code in INLINE_SCRIPT.findall(page)]
    scripts = " ".join(["'self'", "blob:", "'wasm-unsafe-eval'", *(f"'sha256-{one}'" for one in hashes)])
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "frame-src 'self'",
            "frame-ancestors 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "object-src 'none'",
        ]
    )


class SafeHeaders:
    """ASGI middleware that puts the safe headers on every HTTP answer; web sockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add to the head of its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = content_policy()
                headers["X-Frame-Options"] = "SAMEORIGIN"
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "same-origin"
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                if FONTS in scope["path"]:
                    headers["Cache-Control"] = f"public, max-age={MONTH}"
            await send(message)

        await self.app(scope, receive, send_with_headers)


class KnownPages:
    """ASGI middleware that leads from a page the board does not have to the overview, which says so.

    Streamlit itself would open an English notice over the first page.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirect a browser that asks for an unknown page; pass on everything else."""
        base = "/" + str(streamlit.get_option("server.baseUrlPath")).strip("/")
        if scope["type"] == "http" and (asked := _unknown_page(Request(scope), base)):
            query = urlencode({**dict(parse_qsl(scope["query_string"].decode("latin-1"))), "page": asked})
            await RedirectResponse(f"{base.rstrip('/')}/{PAGES[0]}?{query}", 307)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _unknown_page(request: Request, base: str) -> str:
    """The name of the page a browser asks for and the board does not have; empty for any other request."""
    name = request.scope["path"].removeprefix(base).strip("/")
    asks_page = request.method == "GET" and "text/html" in request.headers.get("accept", "")
    known = not name or name in (*PAGES, "healthz") or "/" in name or "." in name
    return "" if known or not asks_page else name


async def healthz(_: Request) -> JSONResponse:
    """200 with the data version when the board can be read, 503 with the reason's key when it cannot."""
    # Not before the server runs: Streamlit's caches want their runtime.
    from ui.cache import BoardError, version

    try:
        number = await anyio.to_thread.run_sync(version)
    except BoardError as trouble:
        return JSONResponse({"status": trouble.key}, status_code=503, headers={"Cache-Control": "no-store"})
    return JSONResponse({"status": "ok", "version": number}, headers={"Cache-Control": "no-store"})
