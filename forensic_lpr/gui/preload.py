"""Brings the network library's machine code into memory without stopping the window.

Python holds its lock while an extension module is loaded; for torch that is most of a second in which no window
can draw. A foreign call gives the lock away, so the libraries are loaded that way first, and the import after it
finds them there. It holds the lock, too, while it looks for garbage among all objects: those of the libraries, which
stay for good, are taken out of its sight.
"""

import ctypes
import gc
import importlib.util
import os
import sys
from functools import cache
from pathlib import Path

_LIBRARIES = ("libc10.so", "libtorch_cpu.so", "libtorch.so", "libtorch_python.so")


def preload_network_libraries() -> None:
    """Load torch's libraries from any thread; where that does not work the import does it all, only less smoothly."""
    # The window reads one plate at a time; further threads would wait in loops on cores that the window needs.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    found = importlib.util.find_spec("torch")
    if not sys.platform.startswith("linux") or found is None or found.origin is None:
        return
    load = ctypes.CDLL(None).dlopen
    load.restype, load.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_int]
    for name in _LIBRARIES:
        path = Path(found.origin).parent / "lib" / name
        if path.is_file():
            load(os.fsencode(path), os.RTLD_LAZY)


@cache
def settle_libraries() -> None:
    """Let what is loaded by now never be looked through for garbage again; once, when the libraries are imported.

    A full search of the objects that torch alone brings took up to a quarter of a second in which no window could draw.
    """
    gc.freeze()
