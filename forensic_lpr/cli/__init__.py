"""The command line: showing and asking in text."""
