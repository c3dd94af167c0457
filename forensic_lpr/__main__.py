"""Start: the window when asked for nothing or for files to open, else the command line."""

import multiprocessing
import os
import sys
from pathlib import Path

from forensic_lpr import paths

COMMANDS = frozenset(
    {
        "acquire",
        "read",
        "enhance",
        "report",
        "train",
        "evaluate",
        "bench",
        "selftest",
        "performance",
        "synth",
        "weights",
        "calibrate",
        "track",
        "pairs",
        "case",
        "verify",
        "evaluate-tracks",
        "dgm",
        "evaluate-dgm",
        "evaluate-adaptation",
        "data",
        "models",
        "desktop",
        "evaluate-places",
        "reproduce",
    }
)


def restore_library_path() -> None:
    """Take back what the frozen program set so as to find its own libraries: they are loaded, or found without it.

    Other programs that are started, a file manager for instance, would otherwise get our libraries for theirs.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if not paths.frozen():
        return
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


def main() -> int:
    """Entry point of ``forensic-lpr``; the exit code."""
    multiprocessing.freeze_support()
    restore_library_path()
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from forensic_lpr.cli.main import run as run_command

        status = run_command(arguments)
        if "RANK" in os.environ:
            from forensic_lpr.training.distributed import leave

            leave(status)
        return status
    from forensic_lpr.gui.app import run as run_window

    return run_window([Path(argument) for argument in arguments])


if __name__ == "__main__":
    sys.exit(main())
