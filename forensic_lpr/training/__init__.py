"""Loops, datasets and runs."""
