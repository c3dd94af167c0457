"""Start: the window when asked for nothing or for files to open, else the command line."""

import multiprocessing
import sys
from pathlib import Path

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
        "evaluate-places",
        "reproduce",
    }
)


def main() -> int:
    """Entry point of ``forensic-lpr``; the exit code."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from forensic_lpr.cli.main import run as run_command

        return run_command(arguments)
    from forensic_lpr.gui.app import run as run_window

    return run_window([Path(argument) for argument in arguments])


if __name__ == "__main__":
    sys.exit(main())
