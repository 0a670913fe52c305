"""Runs a module under limits: ``python -m data.ingest.reader.boxed SECONDS BYTES MODULE ARGUMENT…``.

The limits are set here, inside the child, before anything of the file is touched.
"""

import os
import resource
import runpy
import signal
import sys

OUT_OF_MEMORY = 77  # the child's word for a MemoryError


def main() -> None:
    """Limit this process, then become the module."""
    seconds, memory, module = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    sys.argv = [module, *sys.argv[4:]]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    main()
