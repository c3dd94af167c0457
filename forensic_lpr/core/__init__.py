"""The vocabulary: frozen values and pure numpy."""
