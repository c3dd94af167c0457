import hashlib
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensic_lpr.core.evidence import STILL
from forensic_lpr.errors import Cancelled, EvidenceChanged
from forensic_lpr.media.hashing import digest_file, digest_pixels
from forensic_lpr.media.source import open_source
from forensic_lpr.operations.acquire import acquire, load_frame, open_item


def test_digests_of_known_bytes(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"abc")
    digests = digest_file(tmp_path / "abc")
    # FIPS 180-2, appendix B.1 and RFC 1321, appendix A.5.
    assert digests.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digests.md5 == "900150983cd24fb0d6963f7d28e17f72"
    assert digests.size == 3


def test_large_files_go_in_chunks_with_progress_in_bytes(tmp_path: Path) -> None:
    data = np.random.default_rng(0).bytes(5 * 1024 * 1024 + 7)
    (tmp_path / "large").write_bytes(data)
    told: list[tuple[int, int | None]] = []
    digests = digest_file(tmp_path / "large", lambda done, total, text="": told.append((done, total)))
    assert digests.sha256 == hashlib.sha256(data).hexdigest()
    assert len(told) == 3 and told[-1] == (len(data), len(data))
    assert [done for done, _ in told] == sorted({done for done, _ in told})


def test_hashing_can_be_cancelled(tmp_path: Path) -> None:
    def cancel(done: int, total: int | None, text: str = "") -> None:
        raise Cancelled

    (tmp_path / "a").write_bytes(b"abc")
    with pytest.raises(Cancelled):
        digest_file(tmp_path / "a", cancel)


def test_pixel_digest_goes_by_rows_whatever_the_memory() -> None:
    image = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    assert digest_pixels(image) == hashlib.sha256(bytes(range(24))).hexdigest()
    assert digest_pixels(np.asfortranarray(image)) == digest_pixels(image)
    assert digest_pixels(image[::-1]) != digest_pixels(image)


def test_acquire_then_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (8, 6), "red").save(path)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    monkeypatch.chdir(tmp_path)
    item = acquire(Path("a.png"))
    assert item.path == path and item.path.is_absolute()
    assert item.digests == digest_file(path)
    assert (item.media.width, item.media.height) == (8, 6)
    assert datetime.fromisoformat(item.acquired_at).utcoffset() is not None
    assert load_frame(item).image[0, 0].tolist() == [255, 0, 0]
    assert load_frame(item, STILL, open_source(path).table()).ref == STILL
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_changed_evidence_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.bmp"
    Image.new("RGB", (8, 6), "red").save(path)
    item = acquire(path)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    for use in (open_item, load_frame):
        with pytest.raises(EvidenceChanged, match=r"a\.bmp.*no longer"):
            use(item)


def test_read_only_files_are_enough(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (8, 6)).save(path)
    path.chmod(0o400)
    assert acquire(path).media.kind == "still"


def test_operations_bring_no_third_party_of_their_own() -> None:
    source = Path(__file__).parents[3] / "forensic_lpr" / "operations" / "acquire.py"
    imported = [
        line.split()[1] for line in source.read_text().splitlines() if line.startswith(("import", "from"))
    ]
    assert {name.split(".")[0] for name in imported} <= set(sys.stdlib_module_names) | {"forensic_lpr"}


def test_importing_media_prints_nothing_and_sets_no_decoder_level() -> None:
    code = (
        "import forensic_lpr.media.source, av, PIL.Image as image;"
        "assert av.logging.get_level() is None; assert image.MAX_IMAGE_PIXELS"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
