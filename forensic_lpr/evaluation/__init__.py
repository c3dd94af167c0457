"""Protocols and tables: how well the readers read."""
