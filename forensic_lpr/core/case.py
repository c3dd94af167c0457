"""What a case is about: the facts that the laboratory gives it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A case.

    Attributes:
        identity: Random, made once; two cases never share it, whatever their numbers.
        number: Number that the laboratory gave it.
        laboratory: Who examines.
        examiner: The person who answers for the readings.
        reviewer: The person who checks them.
        question: What was asked.
        context: What the examiner knew of the case beforehand, and since when.
        received: Date on which the evidence was received, as written by the laboratory.
        created_at: When the case file was made, ISO 8601 with offset.
    """

    identity: str
    number: str = ""
    laboratory: str = ""
    examiner: str = ""
    reviewer: str = ""
    question: str = ""
    context: str = ""
    received: str = ""
    created_at: str = ""
