"""The DGM: a network that turns a plate seen from near into the same plate seen from far.

Gonçalves et al., CIARP 2019, section 2.2 and Fig. 2: six convolutions, the first three each followed by a max-pool,
the last three each followed by an upsampling; the first and the last have one filter, the others 64; it is "very
similar to a variational autoencoder".

What the paper leaves open and how it is decided here:

- Input and output are grey plate images of 120 x 40 pixels. The output is the far plate *as the reader sees it*:
  rectified to the reader's size, so that a plate of 25 to 80 pixels comes out enlarged, with all that the codec left.
  Inside, the plate has 240 x 80 pixels: a code of 15 x 5 places loses strokes that a far plate still shows.
- Convolutions are 3 x 3, padded to keep their size, with leaky ReLU after all but the last: the one filter of the
  first layer must not die. That filter starts as the identity, since all that the others see goes through it.
- Upsampling repeats pixels, and is bicubic after the last layer, as enlarging is when a plate is rectified.
- Beside what is upsampled the fifth and the sixth convolution see the near plate itself: strokes that a far plate
  still shows need not pass the code.
- How wide the far plate is on the sensor is told beside the noise.
- The six layers make a plate as if it stood still. An interlaced camera takes its odd lines after the even ones: what
  was made is moved to either side by half of what the plate moved on between the fields, and the two are woven by
  lines (:mod:`forensic_lpr.synthesis.scan`). Convolutions know no rows, so that no six layers comb by themselves.
- The stochastic part of an autoencoder sits behind its bottleneck: noise channels are concatenated to the inputs of
  the fourth, fifth and sixth convolution, one set the same all over the plate (camera, distance, bit rate), the
  others different everywhere (sensor noise, blocks). The near picture passes the first three layers once, and every
  draw of the noise gives another far picture of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_lpr.synthesis.scan import Scan, View, Views, random_place

INPUT_SIZE = (120, 40)
"""Width and height of input and output in pixels."""
FILTERS = 64
GLOBAL_NOISE = 12
LOCAL_NOISE = (4, 4, 2)
"""Noise channels at the inputs of the fourth, fifth and sixth convolution."""
_SLOPE = 0.1
_WIDTH_SPREAD = 0.06
"""Widths lie about those that were learnt: standard deviation of their logarithm."""
_TOLD = 1
"""Channels beside the noise: a far plate's width."""
_HALVED = 2
"""The near plate goes beside 20 x 60 places as its 2 x 2 planes of every second pixel."""
_MIDDLE, _SPREAD = 45.0, 0.35
"""The width in pixels is told as the logarithm of its ratio to the first, in units of the second."""
NETWORK = "dgm"
"""Name on the model card."""
GREYS = "grey levels / 127.5 - 1"
"""How grey levels become network input and output."""


@dataclass(frozen=True)
class Noise:
    """One draw for a batch of N: ``style`` (N, 12) and ``maps``, (N, c, H, W) for the last three convolutions."""

    style: Tensor
    maps: tuple[Tensor, Tensor, Tensor]


class Dgm(nn.Module):
    """Far plates from near ones, six layers."""

    def __init__(self) -> None:
        super().__init__()
        fourth, fifth, sixth = LOCAL_NOISE
        first = nn.Conv2d(1, 1, 3, padding=1)
        nn.init.dirac_(first.weight)
        self.layers = nn.ModuleList(
            [
                first,  # (N, 1, 80, 240), pooled to 40 x 120
                nn.Conv2d(1, FILTERS, 3, padding=1),  # (N, 64, 40, 120), pooled to 20 x 60
                nn.Conv2d(FILTERS, FILTERS, 3, padding=1),  # (N, 64, 20, 60), pooled to 10 x 30
                nn.Conv2d(
                    FILTERS + GLOBAL_NOISE + _TOLD + fourth, FILTERS, 3, padding=1
                ),  # (N, 64, 10, 30), up to 20 x 60
                nn.Conv2d(
                    FILTERS + fifth + _HALVED**2, FILTERS, 3, padding=1
                ),  # (N, 64, 20, 60), up to 40 x 120
                nn.Conv2d(FILTERS + sixth + 1, 1, 3, padding=1),  # (N, 1, 40, 120), up to 80 x 240
            ]
        )
        self.pool = nn.MaxPool2d(2)
        self.act = nn.LeakyReLU(_SLOPE)
        self.upsample = nn.Upsample(scale_factor=2, mode="nearest")
        self.reduce = nn.AvgPool2d(2)
        self.enlarge = nn.Upsample(scale_factor=2, mode="bicubic", align_corners=False)

    def near(self, images: Tensor) -> Tensor:
        """Code (N, 64, 10, 30) of near plates (N, 1, 40, 120): the first three layers."""
        x: Tensor = self.enlarge(images)
        for layer in self.layers[:3]:
            x = self.act(self.pool(layer(x)))
        return x

    def far(self, images: Tensor, code: Tensor, noise: Noise, scan: Scan) -> Tensor:
        """Far plates (N, 1, 40, 120) of near ones, their code and a draw of the noise: the last three layers, woven."""
        width, step, odd = (
            torch.from_numpy(told).to(code.device)
            for told in (np.log(scan.widths / _MIDDLE)[:, None] / np.float32(_SPREAD), scan.steps, scan.odd)
        )
        style = torch.cat([noise.style, width], dim=1)[:, :, None, None].expand(-1, -1, *code.shape[2:])
        x = self.act(self.layers[3](_beside(code, style, noise.maps[0])))
        halved = nn.functional.pixel_unshuffle(images, _HALVED)
        x = self.act(self.layers[4](_beside(self.upsample(x), noise.maps[1], halved)))
        x = self.layers[5](_beside(self.upsample(x), noise.maps[2], images))
        made = self.reduce(self.enlarge(x)).float()
        even_field, odd_field = (_moved_right(made, share * step) for share in (-0.5, 0.5))
        woven: Tensor = even_field + (odd_field - even_field) * odd[:, None]
        return woven

    def forward(self, images: Tensor, noise: Noise, scan: Scan) -> Tensor:
        """Far plates of near plates, both (N, 1, 40, 120), grey levels / 127.5 - 1."""
        return self.far(images, self.near(images), noise, scan)


def _moved_right(pictures: Tensor, shares: Tensor) -> Tensor:
    """Pictures (N, 1, H, W) moved to the right by shares (N,) of their width, repeating their border."""
    height, width = pictures.shape[-2:]
    x = torch.linspace(-1, 1, width, device=pictures.device) - 2 * shares[:, None, None] * width / (width - 1)
    y = torch.linspace(-1, 1, height, device=pictures.device)[:, None]
    grid = torch.stack([x.expand(-1, height, -1), y.expand(len(pictures), -1, width)], dim=-1)
    return nn.functional.grid_sample(pictures, grid, padding_mode="border", align_corners=True)


def _beside(seen: Tensor, *more: Tensor) -> Tensor:
    """Channels beside each other in the precision and layout of the first, or all would be copied."""
    last = torch.channels_last
    others = [channels.to(seen.dtype).contiguous(memory_format=last) for channels in more]
    return torch.cat([seen.contiguous(memory_format=last), *others], dim=1)


def draw_noise(generator: torch.Generator, count: int) -> Noise:
    """Standard normal noise for a batch, from a generator on the CPU: the same seed, the same noise."""
    width, height = INPUT_SIZE
    maps = [
        torch.randn(count, channels, height // scale, width // scale, generator=generator)
        for channels, scale in zip(LOCAL_NOISE, (4, 2, 1), strict=True)
    ]
    style = torch.randn(count, GLOBAL_NOISE, generator=generator)
    return Noise(style, (maps[0], maps[1], maps[2]))


def to_network(images: NDArray[np.uint8]) -> Tensor:
    """Grey images uint8 (N, 40, 120) as float32 (N, 1, 40, 120) from -1 to 1."""
    return torch.from_numpy(images).unsqueeze(1).float() / 127.5 - 1


def to_pictures(batch: Tensor) -> NDArray[np.uint8]:
    """The inverse of :func:`to_network`, rounded and clipped."""
    grey = ((batch.squeeze(1).float() + 1) * 127.5).round().clamp(0, 255).byte()
    return np.asarray(grey.cpu().numpy(), dtype=np.uint8)


class FarPlates:
    """Far plates by (seed, index): the same picture, seed and index give the same result.

    Args:
        network: A trained DGM.
        seed: Seed of the noise.
        views: Width and step from field to field, in pixels of the sensor, of plates that the network learnt; what is
            not told of a plate is like one of them. Empty where everything is told.
    """

    def __init__(self, network: Dgm, seed: int, views: Views) -> None:
        self._network = network.eval()
        self._seed = seed
        self._views = views

    def __call__(self, near: NDArray[np.uint8], index: int, view: View | None = None) -> NDArray[np.uint8]:
        """A far plate uint8 (40, 120) of a near plate of the same shape; each index gives another one.

        Args:
            near: The near plate.
            index: Which far plate of it.
            view: How the far plate lies on the sensor; ``None`` for anyhow.
        """
        return np.asarray(self.batch(near[None], [index], None if view is None else [view])[0])

    def batch(
        self, near: NDArray[np.uint8], indices: list[int], views: Sequence[View] | None = None
    ) -> NDArray[np.uint8]:
        """Far plates uint8 (N, 40, 120) of near plates, one index and perhaps one view each."""
        if views is None:
            views = [self._view(index) for index in indices]
        scan = Scan.of(views, INPUT_SIZE)
        draws = [draw_noise(self._generator(index), 1) for index in indices]
        noise = Noise(
            torch.cat([draw.style for draw in draws]),
            (
                torch.cat([draw.maps[0] for draw in draws]),
                torch.cat([draw.maps[1] for draw in draws]),
                torch.cat([draw.maps[2] for draw in draws]),
            ),
        )
        with torch.inference_mode():
            far: Tensor = self._network(to_network(near), noise, scan)
            return to_pictures(far)

    def _view(self, index: int) -> View:
        rng = np.random.default_rng([self._seed, 6, index])
        width, step = self._views[int(rng.integers(len(self._views)))]
        quad = random_place(rng, width * float(np.exp(rng.normal(0, _WIDTH_SPREAD))))
        return View(quad, step * (1 if rng.random() < 0.5 else -1))

    def _generator(self, index: int) -> torch.Generator:
        mixed = np.random.SeedSequence([self._seed, 5, index]).generate_state(1, np.uint64)
        return torch.Generator().manual_seed(int(mixed[0] >> np.uint64(1)))
