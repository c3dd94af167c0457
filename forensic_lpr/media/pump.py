"""Decoding a clip onward, packet by packet, past all damage, with every failure counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import av
from av.packet import Packet
from av.video.stream import VideoStream

from forensic_lpr.core.integrity import RemarkKind
from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.media.container import Clip
from forensic_lpr.media.decoderlog import Position, listening

_MOST_READ_ERRORS = 50


@dataclass
class Tally:
    """What went wrong while decoding, and where; each list holds a position per event."""

    corrupt_packets: list[Position] = field(default_factory=list)
    empty_packets: list[Position] = field(default_factory=list)
    corrupt_frames: list[Position] = field(default_factory=list)
    decode_errors: dict[str, list[Position]] = field(default_factory=dict)
    read_errors: dict[str, list[Position]] = field(default_factory=dict)
    gave_up: list[Position] = field(default_factory=list)

    def told(self) -> Iterator[tuple[RemarkKind, str, list[Position]]]:
        """Kind, sentence and places of each kind of failure."""
        if self.corrupt_packets:
            count = _count(len(self.corrupt_packets), "packet")
            yield "packets", f"{count} marked as corrupt by the container.", self.corrupt_packets
        if self.corrupt_frames:
            count = _count(len(self.corrupt_frames), "frame")
            yield "frames", f"{count} marked as corrupt by the decoder.", self.corrupt_frames
        if self.empty_packets:
            yield (
                "packets",
                f"{_count(len(self.empty_packets), 'packet')} without content.",
                self.empty_packets,
            )
        for reason, places in self.decode_errors.items():
            yield "packets", f"{_count(len(places), 'packet')} could not be decoded: {reason}.", places
        for reason, places in self.read_errors.items():
            yield "reading", f"Reading failed {_count(len(places), 'time')}: {reason}.", places
        if self.gave_up:
            yield "reading", "Reading was given up before the end of the file.", self.gave_up


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


class Pump:
    """Decodes a clip from where its container stands to the end.

    Args:
        clip: The clip.
        needed_from: Time stamp before which frames that no other is built on need not be decoded; all are if left
            out.
    """

    def __init__(self, clip: Clip, needed_from: int | None = None) -> None:
        self.tally = Tally()
        self._needed_from = needed_from
        self._clip = clip
        self._packets = clip.container.demux(clip.stream)
        self._failures_in_row = 0
        self._ended = False
        self._frames = 0
        self._at = Position(None, 0)

    def step(self) -> list[av.VideoFrame] | None:
        """Read and decode one packet.

        Returns:
            The frames that came out, often one, sometimes none; ``None`` after the end.

        Raises:
            EvidenceUnreadable: The disk no longer gives the file's bytes.
        """
        if self._ended:
            return None
        try:
            with listening(self._clip.log):
                frames = self._step()
                self._clip.log.at = self._at  # what was said in this step is filed under its packet
        except OSError as error:
            raise EvidenceUnreadable(f"{self._clip.path.name} cannot be read further: {error}.") from error
        self._frames += len(frames)
        return frames

    def _step(self) -> list[av.VideoFrame]:
        self._at = Position(None, self._frames)
        try:
            packet = next(self._packets)
        except StopIteration:
            self._ended = True
            return []
        except av.FFmpegError as error:
            return self._read_failed(error)
        except IndexError:
            # At the end PyAV trips over streams that appeared on the way, as damage makes them in transport
            # streams; nothing is left to read, and the decoder still holds the last frames.
            self._ended = True
            return self._decode(None)
        self._failures_in_row = 0
        self._at = Position(packet.pts if packet.pts is not None else packet.dts, self._frames)
        if packet.is_corrupt:
            self.tally.corrupt_packets.append(self._at)
        flush = packet.size == 0 and packet.pts is None and packet.dts is None
        if packet.size == 0 and not flush:
            # Recorders store "nothing new" so. Handed to the decoder it would mean the end of the clip.
            self.tally.empty_packets.append(self._at)
            return []
        if self._needed_from is not None:
            passed = packet.pts is not None and packet.pts < self._needed_from
            self._clip.stream.codec_context.skip_frame = "NONREF" if passed else "DEFAULT"
        return self._decode(None if flush else packet)

    def _read_failed(self, error: av.FFmpegError) -> list[av.VideoFrame]:
        self.tally.read_errors.setdefault(_reason(error), []).append(self._at)
        self._failures_in_row += 1
        if self._failures_in_row < _MOST_READ_ERRORS:
            self._packets = self._clip.container.demux(self._clip.stream)
            return []
        self.tally.gave_up.append(self._at)
        self._ended = True
        return self._decode(None)

    def _decode(self, packet: "Packet[VideoStream] | None") -> list[av.VideoFrame]:
        try:
            frames = self._clip.stream.decode(packet)
        except av.EOFError:
            return []
        except av.FFmpegError as error:
            self.tally.decode_errors.setdefault(_reason(error), []).append(self._at)
            return []
        for number, frame in enumerate(frames):
            if frame.is_corrupt:
                self.tally.corrupt_frames.append(Position(frame.pts, self._frames + number))
        return frames


def _reason(error: av.FFmpegError) -> str:
    return str(error.strerror or type(error).__name__)
