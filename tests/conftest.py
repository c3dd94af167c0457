"""Settings for all tests; those for Qt stand here because they must precede the first import of Qt."""

import atexit
import os
import shutil
import tempfile

import pytest

# A desktop's own settings would make the same test draw otherwise on another machine.
for _name in (
    "QT_STYLE_OVERRIDE",
    "QT_QPA_PLATFORMTHEME",
    "QT_PLUGIN_PATH",
    "QT_LOGGING_RULES",
    "QT_SCREEN_SCALE_FACTORS",
):
    os.environ.pop(_name, None)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

# No test may read or write the examiner's own settings, runs or logs.
_HOME = tempfile.mkdtemp(prefix="forensic-lpr-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = os.path.join(_HOME, _name)  # noqa: PTH118 (a plain string, as the environment wants)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--kills", type=int, default=12, help="how many children the kill tests of the case file kill"
    )
    parser.addoption(
        "--whole-way-seconds",
        type=float,
        default=12.0,
        help="how long the network trains on the whole way through the window (tests/gui/test_train_whole_way.py)",
    )
    parser.addoption(
        "--frozen", default=None, help="folder of the frozen program that tests/frozen are to try"
    )
