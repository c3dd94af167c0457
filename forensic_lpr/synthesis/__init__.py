"""Plates and cameras that do not exist: training pictures by seed."""
