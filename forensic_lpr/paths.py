"""Where things lie: shipped resources and weights, and the examiner's own folders."""

import sys
from pathlib import Path

import platformdirs

APP_NAME = "forensic-lpr"


def frozen() -> bool:
    """Whether this is the frozen program, which carries its own Python."""
    return hasattr(sys, "_MEIPASS")


def _root() -> Path:
    """Folder that holds ``resources/`` and ``weights/``: the checkout, or the frozen program's."""
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Folder of shipped, read-only resources."""
    return _root() / "resources"


def weights() -> Path:
    """Folder of shipped weights (``*.safetensors``), one model card each."""
    return _root() / "weights"


def documents() -> Path:
    """Folder of shipped documents: in a frozen program only those that the window shows."""
    return _root() / "docs"


def runs() -> Path:
    """Folder for training runs of this examiner (not created here)."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "runs"


def models() -> Path:
    """Folder of this examiner's own weights (not created here)."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "models"


def labelled_sets() -> Path:
    """Folder for plates that this examiner labelled for training (not created here)."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "labelled"


def cases() -> Path:
    """Folder for cases that were not saved anywhere else yet (not created here)."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "cases"


def performance() -> Path:
    """Folder for what this examiner measured of weights (not created here)."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "performance"


def logs() -> Path:
    """Folder for the developers' log (not created here)."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))


def cache() -> Path:
    """Folder for what can be computed anew at any time (not created here)."""
    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))
