"""What computes: platform, Python and packages, for the report and for the record."""

import platform
from functools import cache
from importlib import metadata

_PACKAGES = ("torch", "numpy", "opencv-python-headless", "av", "Pillow", "matplotlib", "typst")


def environment() -> tuple[tuple[str, str], ...]:
    """Platform, Python and packages that compute, as (name, text)."""
    versions = []
    for package in _PACKAGES:
        try:
            versions.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            # A frozen program may carry a package without its metadata; a guess would be worse than a gap.
            versions.append(f"{package} of unknown version")
    return (
        ("Platform", platform.platform()),
        ("Python", platform.python_version()),
        ("Packages", ", ".join(versions)),
    )


@cache
def workplace() -> tuple[tuple[str, str], ...]:
    """The environment with the machine's name: only where all of it is the same are readings the same to the bit."""
    return (("Machine", platform.node() or "unnamed"), ("Processor", platform.machine()), *environment())
