"""Networks, checkpoints and the reading of one plate image."""
