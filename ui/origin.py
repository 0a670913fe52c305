"""Refuse web sockets that another site's page opens: they could drive the board in a visitor's name."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

FOREIGN = 4403


class OwnOrigin:
    """ASGI middleware: a web socket whose Origin is not the host it asks is closed before Streamlit sees it.

    Streamlit would otherwise ask an outside service for its own address to compare it with the origin.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from our own pages or from no page at all."""
        if scope["type"] == "websocket" and not same_origin(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": FOREIGN})
            return
        await self.app(scope, receive, send)


def same_origin(headers: Headers) -> bool:
    """Whether the Origin is the Host asked for, port included; a proxy passes the Host on as it came."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")
