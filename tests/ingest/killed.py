"""Import a file and die: ``python -m tests.ingest.killed DATABASE FILE STEP``; run by test_kill.py.

STEP names a function (module:name) before which the process kills itself, with + behind it after which.
"""

import importlib
import os
import signal
import sys
from collections.abc import Callable
from typing import Any


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm(step: str) -> None:
    """Put the kill before or after a function, where its module calls it."""
    module_name, _, name = step.rstrip("+").partition(":")
    module = importlib.import_module(module_name)
    owner: Any = module
    *path, last = name.split(".")
    for part in path:
        owner = getattr(owner, part)
    real: Callable[..., Any] = getattr(owner, last)

    def deadly(*given: Any, **named: Any) -> Any:
        if not step.endswith("+"):
            die()
        found = real(*given, **named)
        die()
        return found

    setattr(owner, last, deadly)


def main() -> None:
    database, file, step = sys.argv[1:4]
    import cli

    if step != "none":
        arm(step)
    words = ["--db", database, "import", file, "--department", "350500-quality", "--yes", "--json"]
    told = cli.run(words)
    sys.stdout.write(told.text)
    sys.exit(told.code)


if __name__ == "__main__":
    main()
