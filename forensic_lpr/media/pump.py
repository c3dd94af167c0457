"""Decoding a clip onward, packet by packet, past all damage, with every failure counted."""

from collections import Counter
from dataclasses import dataclass, field

import av
from av.packet import Packet
from av.video.stream import VideoStream

from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.media.container import Clip
from forensic_lpr.media.decoderlog import listening

_MOST_READ_ERRORS = 50


@dataclass
class Tally:
    """What went wrong while decoding."""

    corrupt_packets: int = 0
    empty_packets: int = 0
    corrupt_frames: int = 0
    decode_errors: Counter[str] = field(default_factory=Counter)
    read_errors: Counter[str] = field(default_factory=Counter)
    gave_up: bool = False

    def sentences(self) -> tuple[str, ...]:
        """One sentence for each kind of failure."""
        told = []
        if self.corrupt_packets:
            told.append(f"{_count(self.corrupt_packets, 'packet')} marked as corrupt by the container.")
        if self.corrupt_frames:
            told.append(f"{_count(self.corrupt_frames, 'frame')} marked as corrupt by the decoder.")
        if self.empty_packets:
            told.append(f"{_count(self.empty_packets, 'packet')} without content.")
        for reason, count in self.decode_errors.items():
            told.append(f"{_count(count, 'packet')} could not be decoded: {reason}.")
        for reason, count in self.read_errors.items():
            told.append(f"Reading failed {_count(count, 'time')}: {reason}.")
        if self.gave_up:
            told.append("Reading was given up before the end of the file.")
        return tuple(told)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


class Pump:
    """Decodes a clip from where its container stands to the end."""

    def __init__(self, clip: Clip) -> None:
        self.tally = Tally()
        self._clip = clip
        self._packets = clip.container.demux(clip.stream)
        self._failures_in_row = 0
        self._ended = False

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
                return self._step()
        except OSError as error:
            raise EvidenceUnreadable(f"{self._clip.path.name} cannot be read further: {error}.") from error

    def _step(self) -> list[av.VideoFrame]:
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
        self.tally.corrupt_packets += packet.is_corrupt
        flush = packet.size == 0 and packet.pts is None and packet.dts is None
        if packet.size == 0 and not flush:
            # Recorders store "nothing new" so. Handed to the decoder it would mean the end of the clip.
            self.tally.empty_packets += 1
            return []
        return self._decode(None if flush else packet)

    def _read_failed(self, error: av.FFmpegError) -> list[av.VideoFrame]:
        self.tally.read_errors[_reason(error)] += 1
        self._failures_in_row += 1
        if self._failures_in_row < _MOST_READ_ERRORS:
            self._packets = self._clip.container.demux(self._clip.stream)
            return []
        self.tally.gave_up = True
        self._ended = True
        return self._decode(None)

    def _decode(self, packet: "Packet[VideoStream] | None") -> list[av.VideoFrame]:
        try:
            frames = self._clip.stream.decode(packet)
        except av.EOFError:
            return []
        except av.FFmpegError as error:
            self.tally.decode_errors[_reason(error)] += 1
            return []
        self.tally.corrupt_frames += sum(frame.is_corrupt for frame in frames)
        return frames


def _reason(error: av.FFmpegError) -> str:
    return str(error.strerror or type(error).__name__)
