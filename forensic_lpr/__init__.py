"""Forensic LPR: reads licence plates from poor evidence pictures and documents how."""

__version__ = "0.1.0"
