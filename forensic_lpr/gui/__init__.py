"""The window: showing and asking with Qt."""
