"""Files and frames: the only place that opens evidence, and always for reading only."""
