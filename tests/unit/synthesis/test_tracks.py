import numpy as np

from forensic_lpr.core.formats import load_formats
from forensic_lpr.synthesis.tracks import draw_track

SMALL = {"frames": 4, "size": (240, 180)}


def test_a_clip_follows_from_seed_and_number_alone() -> None:
    formats = load_formats()
    one, other = draw_track(1, 2, formats, **SMALL), draw_track(1, 3, formats, **SMALL)
    again = draw_track(1, 2, formats, **SMALL)
    assert one.text == again.text and one.quads == again.quads
    assert all(np.array_equal(a, b) for a, b in zip(one.frames, again.frames, strict=True))
    assert one.text != other.text


def test_the_plate_is_where_the_truth_says_and_as_wide_as_asked() -> None:
    track = draw_track(4, 0, load_formats(), widths=(30.0, 34.0), **SMALL)
    assert len(track.frames) == len(track.quads) == 4
    for frame, quad in zip(track.frames, track.quads, strict=True):
        assert frame.shape == (180, 240, 3) and frame.dtype == np.uint8
        assert 28.5 < quad.width < 35.5
        quad.require_inside(240, 180)
    means = [frame.mean() for frame in track.frames]
    assert max(means) - min(means) < 6, "light is shared by the frames of a clip"
    assert any(f.name == track.format_name and f.matches(track.text) for f in load_formats())
