"""The actions that follow plates: name, words, shortcut and tool-tip, by menu."""

from collections.abc import Callable

Translate = Callable[[str], str]
Rows = tuple[tuple[str, str, str, str], ...]


def plate_rows(tr: Translate) -> Rows:
    """For the menu Plate."""
    return (
        (
            "track",
            tr("Trac&k plate"),
            "T",
            tr("Follow the marked plate backward and forward over the clip, and read all its frames"),
        ),
        (
            "correct-track",
            tr("C&orrect the track here"),
            "Shift+T",
            tr("Bend the track to the corners of this frame"),
        ),
        (
            "use-all-frames",
            tr("Use &all frames of the track"),
            "Shift+A",
            tr("Take all frames of the track in use again"),
        ),
        (
            "next-reading",
            tr("Show the ne&xt reading"),
            "V",
            tr("Show the reading of this frame, the fused one, or that of the average"),
        ),
    )


def frame_rows(tr: Translate) -> Rows:
    """For the menu Frame."""
    return (
        (
            "best-frame",
            tr("Go to the b&est frame"),
            "B",
            tr("Go to the frame of the track in which the plate is most legible"),
        ),
        (
            "range-begin",
            tr("Follow from here &only"),
            "[",
            tr("Follow plates back to this frame at most"),
        ),
        (
            "range-end",
            tr("Follow &up to here only"),
            "]",
            tr("Follow plates on to this frame at most"),
        ),
        (
            "range-clear",
            tr("Follow over the &whole clip"),
            "\\",
            tr("Follow plates from the first frame to the last"),
        ),
    )
