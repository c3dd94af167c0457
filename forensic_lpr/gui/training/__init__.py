"""The workspace in which models are trained and kept."""
