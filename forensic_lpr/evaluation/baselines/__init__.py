"""Readers of other kinds, to be compared with: one module per idea."""
