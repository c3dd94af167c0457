"""What the Train workspace asks of the workers: frozen callables that captured their inputs.

The heavy libraries are imported inside the calls, on the worker.
"""

from dataclasses import dataclass
from typing import Any

from forensic_lpr.gui.tasks import Teller
from forensic_lpr.training.control import TrainingControl


@dataclass(frozen=True)
class RunApart:
    """Follow work that is done in a process of its own."""

    work: Any
    control: TrainingControl

    def __call__(self, teller: Teller) -> Any:
        """What the work gives; raises what it raises."""
        from forensic_lpr.operations.apart import run_apart

        return run_apart(self.work, teller.tell, self.control, lambda: teller(0, None))
