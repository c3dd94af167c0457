"""The DGM: a network that turns a plate seen from near into the same plate seen from far.

Gonçalves et al., CIARP 2019, section 2.2 and Fig. 2: six convolutions, the first three each followed by a max-pool,
the last three each followed by an upsampling; the first and the last have one filter, the others 64; it is "very
similar to a variational autoencoder".

What the paper leaves open and how it is decided here:

- Input and output are grey plate images of 120 x 40 pixels. The output is the far plate *as the reader sees it*:
  rectified to the reader's size, so that a plate of 25 to 55 pixels comes out enlarged, with all that the codec left.
- Convolutions are 3 x 3, padded to keep their size, with leaky ReLU after all but the last: the one filter of the
  first layer must not die. That filter starts as the identity, since all that the others see goes through it.
- Upsampling is bilinear, and bicubic after the last layer, as enlarging is when a plate is rectified.
- The stochastic part of an autoencoder sits behind its bottleneck: noise channels are concatenated to the inputs of
  the fourth, fifth and sixth convolution, one set the same all over the plate (camera, distance, bit rate), the
  others different everywhere (sensor noise, blocks). The near picture passes the first three layers once, and every
  draw of the noise gives another far picture of it.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

INPUT_SIZE = (120, 40)
"""Width and height of input and output in pixels."""
FILTERS = 64
GLOBAL_NOISE = 12
LOCAL_NOISE = (4, 4, 2)
"""Noise channels at the inputs of the fourth, fifth and sixth convolution."""
_SLOPE = 0.1
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
                first,  # (N, 1, 40, 120), pooled to 20 x 60
                nn.Conv2d(1, FILTERS, 3, padding=1),  # (N, 64, 20, 60), pooled to 10 x 30
                nn.Conv2d(FILTERS, FILTERS, 3, padding=1),  # (N, 64, 10, 30), pooled to 5 x 15
                nn.Conv2d(
                    FILTERS + GLOBAL_NOISE + fourth, FILTERS, 3, padding=1
                ),  # (N, 64, 5, 15), up to 10 x 30
                nn.Conv2d(FILTERS + fifth, FILTERS, 3, padding=1),  # (N, 64, 10, 30), up to 20 x 60
                nn.Conv2d(FILTERS + sixth, 1, 3, padding=1),  # (N, 1, 20, 60), up to 40 x 120
            ]
        )
        self.pool = nn.MaxPool2d(2)
        self.act = nn.LeakyReLU(_SLOPE)
        self.upsample = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)
        self.enlarge = nn.Upsample(scale_factor=2, mode="bicubic", align_corners=False)

    def near(self, images: Tensor) -> Tensor:
        """Code (N, 64, 5, 15) of near plates (N, 1, 40, 120): the first three layers."""
        x = images
        for layer in self.layers[:3]:
            x = self.pool(self.act(layer(x)))
        return x

    def far(self, code: Tensor, noise: Noise) -> Tensor:
        """Far plates (N, 1, 40, 120) from a code and a draw of the noise: the last three layers."""
        style = noise.style[:, :, None, None].expand(-1, -1, *code.shape[2:])
        x = self.upsample(self.act(self.layers[3](torch.cat([code, style, noise.maps[0]], dim=1))))
        x = self.upsample(self.act(self.layers[4](torch.cat([x, noise.maps[1]], dim=1))))
        enlarged: Tensor = self.enlarge(self.layers[5](torch.cat([x, noise.maps[2]], dim=1)))
        return enlarged

    def forward(self, images: Tensor, noise: Noise) -> Tensor:
        """Far plates of near plates, both (N, 1, 40, 120), grey levels / 127.5 - 1."""
        return self.far(self.near(images), noise)


def draw_noise(generator: torch.Generator, count: int) -> Noise:
    """Standard normal noise for a batch, from a generator on the CPU: the same seed, the same noise."""
    width, height = INPUT_SIZE
    maps = [
        torch.randn(count, channels, height // scale, width // scale, generator=generator)
        for channels, scale in zip(LOCAL_NOISE, (8, 4, 2), strict=True)
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
    """

    def __init__(self, network: Dgm, seed: int) -> None:
        self._network = network.eval()
        self._seed = seed

    def __call__(self, near: NDArray[np.uint8], index: int) -> NDArray[np.uint8]:
        """A far plate uint8 (40, 120) of a near plate of the same shape; each index gives another one."""
        return np.asarray(self.batch(near[None], [index])[0])

    def batch(self, near: NDArray[np.uint8], indices: list[int]) -> NDArray[np.uint8]:
        """Far plates uint8 (N, 40, 120) of near plates, one index each."""
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
            far: Tensor = self._network(to_network(near), noise)
            return to_pictures(far)

    def _generator(self, index: int) -> torch.Generator:
        mixed = np.random.SeedSequence([self._seed, 5, index]).generate_state(1, np.uint64)
        return torch.Generator().manual_seed(int(mixed[0] >> np.uint64(1)))
