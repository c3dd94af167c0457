"""A measured figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure: key, description, value, unit."""

    name: str
    text: str
    value: float
    unit: str
