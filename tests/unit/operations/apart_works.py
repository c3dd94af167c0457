"""Work for the tests of what is done apart; the process must be able to import it."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from forensic_lpr.errors import RunInvalid
from forensic_lpr.operations.apart import Tell
from forensic_lpr.training.control import TrainingControl


@dataclass(frozen=True)
class Count:
    """Tells numbers until it was told to stop, or has told enough."""

    upto: int

    def __call__(self, tell: Tell, control: TrainingControl) -> str:
        for number in range(self.upto):
            tell(number)
            control.check()
            time.sleep(0.02)
        return f"counted to {self.upto}"


@dataclass(frozen=True)
class Fail:
    """Fails in some way."""

    how: str

    def __call__(self, tell: Tell, control: TrainingControl) -> None:
        tell("begun")
        if self.how == "known":
            raise RunInvalid("The run is not as it should be.")
        if self.how == "memory":
            raise MemoryError
        if self.how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.how == "library":
            from memory_limits import leave_no_memory

            leave_no_memory(os.getpid(), 1)
            np.linalg.solve(np.eye(8), np.ones(8))  # OpenBLAS makes its buffers for the first one
        if self.how == "says":
            os.write(2, b"a library says something\n")
        os._exit(3)


@dataclass(frozen=True)
class Deaf:
    """Does not listen."""

    def __call__(self, tell: Tell, control: TrainingControl) -> None:
        tell("begun")
        time.sleep(600)


@dataclass(frozen=True)
class Mute:
    """Tells nothing and does not listen."""

    def __call__(self, tell: Tell, control: TrainingControl) -> None:
        time.sleep(600)


@dataclass(frozen=True)
class Save:
    """Takes its time to save after it was told to stop."""

    def __call__(self, tell: Tell, control: TrainingControl) -> str:
        tell("begun")
        while not control.stopped:
            time.sleep(0.02)
        time.sleep(0.5)
        return "saved"


@dataclass(frozen=True)
class SayWho:
    """Writes its process number into a file, then counts."""

    path: str

    def __call__(self, tell: Tell, control: TrainingControl) -> None:
        Path(self.path).write_text(str(os.getpid()))
        while True:
            control.check()
            time.sleep(0.02)
