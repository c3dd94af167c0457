"""Commands run as a user runs them, for the tests beside this file."""

import pytest

from forensic_lpr.cli.main import run


def ok(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What a command that must succeed prints."""
    code = run([str(a) for a in arguments])
    out, err = capsys.readouterr()
    assert (code, err) == (0, ""), err
    return out


def refused(capsys: pytest.CaptureFixture[str], *arguments: object, before: str = "") -> str:
    """The one line on standard error of a command that must fail with exit code 2.

    Args:
        capsys: What was printed.
        arguments: The command and what it is given.
        before: What it prints on standard output all the same.
    """
    code = run([str(a) for a in arguments])
    out, err = capsys.readouterr()
    assert (code, out) == (2, before), (out, err)
    assert err.count("\n") == 1 and err.endswith("\n") and err.startswith("forensic-lpr: "), err
    assert "Traceback" not in err
    return err
