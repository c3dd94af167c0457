"""Starts Forensic LPR, or its tests, from a bare checkout.

    python3 run.py [ARGUMENTS...]        install what is needed, then start the program
    python3 run.py test [ARGUMENTS...]   install, then check and test; further arguments go to pytest
    python3 run.py setup [--dev]         install only (--dev: also what the tests need)
    python3 run.py build [ARGUMENTS...]  install, then freeze the program into dist/forensic-lpr

`--cuda` before or after the command keeps PyTorch's CUDA build (several gigabytes) on Linux; without it
the CPU build is taken. `python3 run.py -- --help` shows the program's own help.

Everything goes into `.venv` beside this file. Only the standard library is used here, and nothing ever waits
for an answer: where system packages are missing and may not be installed, the exact line to run is printed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "forensic-lpr-installed.json"
UNFINISHED = VENV / "forensic-lpr-unfinished"
LIBRARIES = VENV / "forensic-lpr-libraries-checked"

PYTHONS = ((3, 12), (3, 11))  # the versions that pyproject.toml allows, the preferred first
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
# The versions that were tried together. pyproject.toml says what may work, this says what does; linters are
# among them because a newer one may find what nobody has looked at.
CONSTRAINTS = (
    "torch==2.13.0",
    "PySide6-Essentials==6.11.3",
    "shiboken6==6.11.3",
    "opencv-python-headless==5.0.0.93",
    "av==18.1.0",
    "numpy==2.4.6",
    "matplotlib==3.11.2",
    "pillow==13.0.0",
    "typst==0.15.2",
    "safetensors==0.8.0",
    "superqt==0.9.0",
    "click==8.5.1",
    "cattrs==26.2.1",
    "pytest==9.2.0",
    "pytest-qt==4.5.0",
    "ruff==0.17.6",
    "mypy==2.4.1",
    "import-linter==2.16",
    "pyinstaller==6.22.3",
)

QT_PACKAGES = ("libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0")
XCB_PACKAGES = ("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0")
SCREEN_PACKAGES = ("xvfb", "xauth")
# What a Qt program loads; each is asked for the system libraries that it does not find.
QT_FILES = ("Qt/plugins/platforms/libqoffscreen.so", "QtGui.abi3.so", "QtWidgets.abi3.so", "QtSvg.abi3.so")
XCB_FILES = ("Qt/plugins/platforms/libqxcb.so",)


class RunError(Exception):
    """Something that the reader of the terminal can put right; the text says how."""


def say(text: str) -> None:
    """Print one line at once, so that it stands before the output of the next command."""
    print(f"run.py: {text}", flush=True)


def call(command: list[str], env: dict[str, str] | None = None) -> int:
    """Run a command that can never wait for the keyboard; its exit code."""
    variables = {**os.environ, **(env or {})}
    return subprocess.run(command, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, check=False).returncode


def output(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command quietly and keep what it printed (in plain English, so that it can be read)."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **PIP_ENVIRONMENT, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


PIP_ENVIRONMENT = {
    "PIP_NO_INPUT": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_USER": "0",  # a user-wide "install for this user" setting breaks every virtual environment
}


# --- system packages ----------------------------------------------------------------------------------------


def apt_prefix() -> list[str] | None:
    """What to put before apt-get here, or None where packages may not be installed without asking."""
    if not LINUX or shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and output(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return None


def apt_install(packages: list[str]) -> bool:
    """Install Debian or Ubuntu packages if that is allowed here; True when it worked."""
    prefix = apt_prefix()
    if prefix is None:
        return False
    apt = [
        *prefix,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
        "-qq",
    ]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    say(f"installing system packages: {' '.join(packages)}")
    # An empty machine has no package lists yet; one broken source among many must not stop the rest.
    call([*apt, "update"])
    return call(install) == 0


def apt_line(packages: list[str]) -> str:
    """The line with which a person installs these packages."""
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def package_advice(packages: list[str]) -> str:
    """What to do about missing system packages, for this kind of system."""
    if shutil.which("apt-get"):
        return f"run this line and start again:\n    {apt_line(packages)}"
    return f"install what your system calls these Debian packages, and start again:\n    {' '.join(packages)}"


def missing_libraries(files: tuple[str, ...]) -> list[str]:
    """Names of the system libraries that these files of PySide6 ask for and do not find."""
    found = output([str(PYTHON), "-c", "import PySide6; print(PySide6.__path__[0])"])
    if found.returncode != 0:
        raise RunError(f"PySide6 does not import:\n{found.stderr}")
    folder = Path(found.stdout.strip())
    names: set[str] = set()
    for file in files:
        listing = output(["ldd", str(folder / file)]).stdout
        names.update(line.split()[0] for line in listing.splitlines() if "not found" in line)
    return sorted(names)


def check_qt_libraries(testing: bool) -> None:
    """Find the system libraries that Qt lacks; install them or say how.

    Raises:
        RunError: a library without which no window can be made, not even one off the screen, is missing.
    """
    if not LINUX or shutil.which("ldd") is None:
        return
    wanted: list[str] = []
    if missing_libraries(QT_FILES):
        wanted += QT_PACKAGES
    if missing_libraries(XCB_FILES):
        wanted += XCB_PACKAGES
    if testing and not shutil.which("Xvfb"):
        wanted += SCREEN_PACKAGES
    if not wanted or apt_install(wanted):
        wanted = []
    missing = missing_libraries(QT_FILES)
    if missing:
        packages = wanted or [*QT_PACKAGES, *XCB_PACKAGES]
        raise RunError(f"Qt lacks {', '.join(missing)}; {package_advice(packages)}")
    if wanted and not testing:
        # Wayland or a remote screen may still do: warn and go on.
        say(f"Qt may not be able to open a window on X11; {package_advice(wanted)}")


# --- the virtual environment --------------------------------------------------------------------------------


def choose_interpreter() -> None:
    """Go on under an interpreter that pyproject.toml allows, when this one is too old or too new."""
    if sys.version_info[:2] in PYTHONS:
        return
    for major, minor in PYTHONS:
        other = shutil.which(f"python{major}.{minor}")
        if other:
            say(f"this is Python {platform.python_version()}; going on with {other}")
            become([other, str(Path(__file__).resolve()), *sys.argv[1:]])
    wanted = " or ".join(f"{major}.{minor}" for major, minor in PYTHONS)
    raise RunError(f"Python {wanted} is needed, this is {platform.python_version()} and no other was found.")


def become(command: list[str]) -> NoReturn:
    """Let another program take this one's place, exit code and all."""
    if WINDOWS:  # os.execv there returns to the prompt at once
        sys.exit(subprocess.run(command, check=False).returncode)
    sys.stdout.flush()
    os.execv(command[0], command)


def make_venv() -> None:
    """Make `.venv`, or make it anew when it is broken or an earlier installation was cut short."""
    works = PYTHON.exists() and output([str(PYTHON), "-m", "pip", "--version"]).returncode == 0
    if works and not UNFINISHED.exists():
        return
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not apt_install([package]):
            raise RunError(f"this Python cannot make virtual environments; {package_advice([package])}")
    say(f"making {VENV}")
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise RunError(f"could not make {VENV}; see above.")


def project() -> dict[str, object]:
    """The `[project]` table of pyproject.toml."""
    import tomllib  # here, so that an older Python still gets as far as the sentence about its version

    table: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def fingerprint() -> str:
    """Hash of all that decides what is installed."""
    table = project()
    keys = ("version", "dependencies", "optional-dependencies", "scripts", "requires-python")
    pins = [[table.get(key) for key in keys], CONSTRAINTS, str(ROOT)]  # moved: the editable link is dead
    return hashlib.sha256(json.dumps(pins, sort_keys=True).encode()).hexdigest()


def read_stamp() -> dict[str, object]:
    """What the last finished installation wrote; empty when there is none."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def pip_install(*arguments: str) -> None:
    """Run `pip install` in the environment."""
    if call([str(PYTHON), "-m", "pip", "install", "--quiet", *arguments], PIP_ENVIRONMENT) != 0:
        raise RunError(f"pip install {shlex.join(arguments)} failed; see above, then start again.")


def install_torch(cuda: bool) -> None:
    """Install PyTorch, the CPU build unless asked otherwise.

    On Linux the default build drags in several gigabytes of CUDA, so pip is asked first what it would take: a
    local mirror may hold a CPU build already, and then no other index is needed.
    """
    requirement = CONSTRAINTS[0]
    query = [str(PYTHON), "-m", "pip", "install", "--quiet", "--dry-run"]
    installed = output([str(PYTHON), "-c", "from importlib.metadata import version; print(version('torch'))"])
    cpu_now = installed.stdout.strip().endswith("+cpu")
    if cuda and cpu_now:
        call([str(PYTHON), "-m", "pip", "uninstall", "--quiet", "--yes", "torch"])
    arguments = [requirement]
    if LINUX and not cuda:
        # `--ignore-installed`: an installed CUDA build would otherwise leave nothing to ask about.
        answer = output([*query, "--ignore-installed", "--report", "-", requirement])
        names = (
            planned_names(answer.stdout) if answer.returncode == 0 else {"nvidia"}
        )  # no answer: be careful
        heavy = any(name.startswith(("nvidia", "cuda", "triton", "pytorch-triton")) for name in names)
        if heavy:
            # "+cpu": where the index cannot be reached, fail and say so rather than fetch CUDA after all
            arguments = [f"{requirement}+cpu", "--extra-index-url", CPU_INDEX]
        if heavy and installed.returncode == 0 and not cpu_now:
            arguments.append("--force-reinstall")
    say(f"installing {arguments[0]}")
    pip_install(*arguments)


def planned_names(report: str) -> set[str]:
    """Names of the packages in the answer of `pip install --dry-run --report -`."""
    return {entry["metadata"]["name"].lower() for entry in json.loads(report)["install"]}


def install(testing: bool, cuda: bool) -> None:
    """Bring `.venv` to what this checkout asks for; quick when it is there already."""
    stamp = read_stamp()
    current = fingerprint()
    cuda = cuda or stamp.get("cuda") is True  # asked for once, kept from then on
    done = stamp.get("fingerprint") == current and stamp.get("cuda") == cuda and PYTHON.exists()
    if done and (stamp.get("testing") or not testing):
        return
    started = time.monotonic()
    testing = testing or stamp.get("testing") is True
    make_venv()
    done = done and STAMP.exists()  # a new environment holds nothing yet
    STAMP.unlink(missing_ok=True)
    UNFINISHED.touch()  # stays when this is interrupted: the next start then begins from an empty environment
    if not done:
        install_torch(cuda)
    constraints = VENV / "constraints.txt"
    constraints.write_text("\n".join(CONSTRAINTS) + "\n", "utf-8")
    say(f"installing Forensic LPR{' and what its tests need' if testing else ''}")
    pip_install("--constraint", str(constraints), "--editable", f"{ROOT}{'[dev]' if testing else ''}")
    UNFINISHED.unlink()
    STAMP.write_text(json.dumps({"fingerprint": current, "testing": testing, "cuda": cuda}), "utf-8")
    say(f"installed in {time.monotonic() - started:.0f} s")


# --- commands -----------------------------------------------------------------------------------------------


def test(arguments: list[str]) -> int:
    """Run every check, also after one failed, and say at the end which did."""
    checks: dict[str, list[str]] = {
        "ruff check": [str(BIN / "ruff"), "check", "."],
        "ruff format": [str(BIN / "ruff"), "format", "--check", "."],
        "mypy": [str(PYTHON), "-m", "mypy"],
        "lint-imports": [str(BIN / "lint-imports")],
        "pytest": [str(PYTHON), "-m", "pytest", *arguments],
    }
    env = {"QT_QPA_PLATFORM": "offscreen"}
    failed = []
    for name, command in checks.items():
        say(name)
        started = time.monotonic()
        code = call(command, env)
        outcome = "ok" if code == 0 else f"FAILED (exit code {code})"
        say(f"{name}: {outcome}, {time.monotonic() - started:.0f} s")
        if code != 0:
            failed.append(name)
    say(f"FAILED: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def build(arguments: list[str]) -> int:
    """Freeze the program with PyInstaller; further arguments go to it."""
    started = time.monotonic()
    pip_install("--constraint", str(VENV / "constraints.txt"), "--editable", f"{ROOT}[build]")
    code = call(
        [str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *arguments, "build.spec"]
    )
    if code == 0:
        size = sum(path.lstat().st_size for path in (ROOT / "dist" / "forensic-lpr").rglob("*"))
        say(f"dist/forensic-lpr: {size / 1e6:.0f} MB in {(time.monotonic() - started) / 60:.1f} minutes")
    return code


def main(arguments: list[str]) -> int:
    """Do what the command line asks; the exit code."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    cuda = arguments[:1] == ["--cuda"]
    if cuda:
        arguments = arguments[1:]
    known = arguments[:1] in (["test"], ["setup"], ["build"])
    command, rest = (arguments[0], arguments[1:]) if known else ("", arguments)
    if command and "--cuda" in rest:
        cuda = True
        rest.remove("--cuda")
    if command == "setup" and any(word != "--dev" for word in rest):
        raise RunError(f"setup does not know {' '.join(rest)}; see python3 run.py --help")
    choose_interpreter()
    testing = command == "test" or (command == "setup" and "--dev" in rest)
    install(testing, cuda)
    if testing or not LIBRARIES.exists():  # ldd costs a part of a second: not at every start
        check_qt_libraries(testing)
        LIBRARIES.touch()
    if command == "test":
        return test(rest)
    if command == "build":
        return build(rest)
    if command == "setup":
        return 0
    become([str(PYTHON), "-m", "forensic_lpr", *(rest[1:] if rest[:1] == ["--"] else rest)])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except RunError as error:
        print(f"run.py: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
