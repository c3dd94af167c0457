"""Documents: what the court sees."""
