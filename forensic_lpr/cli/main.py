"""The command group, and what becomes of errors: one line on standard error, exit code 2."""

import logging
import sys

import click

from forensic_lpr import __version__, paths
from forensic_lpr.cli.adaptation import evaluate_adaptation
from forensic_lpr.cli.cases import case, verify
from forensic_lpr.cli.degradation import dgm, evaluate_dgm
from forensic_lpr.cli.desktop import desktop
from forensic_lpr.cli.enhancement import enhance
from forensic_lpr.cli.evidence import acquire, read
from forensic_lpr.cli.labelled import data
from forensic_lpr.cli.measure import bench, evaluate, performance, selftest
from forensic_lpr.cli.models import calibrate, synth, weights
from forensic_lpr.cli.ownmodels import models
from forensic_lpr.cli.pairs import pairs
from forensic_lpr.cli.places import evaluate_places
from forensic_lpr.cli.reports import report
from forensic_lpr.cli.reproduction import reproduce
from forensic_lpr.cli.tracks import evaluate_tracks, track
from forensic_lpr.cli.training import train
from forensic_lpr.errors import Cancelled, ForensicLprError

EXIT_BUG = 1
EXIT_KNOWN = 2
EXIT_CANCELLED = 130


@click.group(
    commands=[
        acquire,
        read,
        report,
        enhance,
        track,
        pairs,
        case,
        verify,
        data,
        train,
        models,
        evaluate,
        evaluate_tracks,
        evaluate_places,
        dgm,
        evaluate_dgm,
        evaluate_adaptation,
        performance,
        reproduce,
        bench,
        selftest,
        synth,
        weights,
        calibrate,
        desktop,
    ],
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Without a command, or with files only, the window opens.",
)
@click.version_option(__version__, prog_name="forensic-lpr")
def cli() -> None:
    """Read licence plates from poor evidence pictures, with ranked candidates and a report."""


def run(arguments: list[str]) -> int:
    """Run one command; the exit code."""
    try:
        cli.main(args=arguments, prog_name="forensic-lpr", standalone_mode=False)
    except ForensicLprError as error:
        _say(str(error))
        return EXIT_CANCELLED if isinstance(error, Cancelled) else EXIT_KNOWN
    except click.ClickException as error:
        _say(error.format_message())
        return EXIT_KNOWN
    except (click.Abort, KeyboardInterrupt):
        _say("Cancelled.")
        return EXIT_CANCELLED
    except BrokenPipeError:
        # The reader of our output went away; nothing is left to tell it.
        sys.stderr.close()
        return EXIT_CANCELLED
    except Exception as error:
        return _bug(error)
    return 0


def _say(sentence: str) -> None:
    """One line, whatever a file name may hold."""
    click.echo("forensic-lpr: " + " ".join(sentence.split()), err=True)


def _bug(error: Exception) -> int:
    """A mistake in the program: one line for the examiner, the rest for the developers' log."""
    folder = paths.logs()
    place = "the log could not be written"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(
            filename=folder / "forensic-lpr.log", format="%(asctime)s %(levelname)s %(message)s"
        )
        logging.getLogger(__name__).error("unexpected error", exc_info=error)
        place = f"details are in {folder / 'forensic-lpr.log'}"
    except OSError:
        pass
    _say(f"This is a mistake in the program ({type(error).__name__}); {place}.")
    return EXIT_BUG
