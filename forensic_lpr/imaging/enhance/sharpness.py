"""Sharpness: steeper edges, and blurs of a known kind undone. All of it works on the luma."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.progress import Progress
from forensic_lpr.errors import RecipeInvalid
from forensic_lpr.imaging.enhance import spread
from forensic_lpr.imaging.enhance.luma import luma, with_luma

MOST_PIXELS = 40_000_000
"""Deblurring holds about 80 bytes for each pixel at a time; larger pictures could exhaust the memory."""
_LEAST_PAD = 16
_DARKEST = 1e-3
"""Grey level put for black in Richardson–Lucy, which multiplies and can never leave zero."""


def unsharp(
    image: NDArray[np.uint8], progress: Progress, *, radius: float, amount: float, threshold: int
) -> NDArray[np.uint8]:
    """The luma plus ``amount`` times its difference from a Gaussian mean, where that exceeds ``threshold``.

    Source: Gonzalez and Woods, Digital Image Processing, 4th ed., 3.6.
    """
    before = luma(image)
    difference = before - cv2.GaussianBlur(before, (0, 0), radius, borderType=cv2.BORDER_REFLECT_101)
    difference[np.abs(difference) < threshold] = 0.0
    return with_luma(image, before, before + amount * difference)


def wiener_motion(
    image: NDArray[np.uint8], progress: Progress, *, length: float, angle: float, noise: float
) -> NDArray[np.uint8]:
    """Wiener filter against a straight even movement."""
    return _wiener(image, spread.motion(length, angle), noise)


def wiener_defocus(
    image: NDArray[np.uint8], progress: Progress, *, radius: float, noise: float
) -> NDArray[np.uint8]:
    """Wiener filter against a disc of confusion."""
    return _wiener(image, spread.disc(radius), noise)


def lucy_motion(
    image: NDArray[np.uint8], progress: Progress, *, length: float, angle: float, iterations: int
) -> NDArray[np.uint8]:
    """Richardson–Lucy deconvolution of a straight even movement."""
    return _lucy(image, spread.motion(length, angle), iterations, progress)


def lucy_defocus(
    image: NDArray[np.uint8], progress: Progress, *, radius: float, iterations: int
) -> NDArray[np.uint8]:
    """Richardson–Lucy deconvolution of a disc of confusion."""
    return _lucy(image, spread.disc(radius), iterations, progress)


def _wiener(image: NDArray[np.uint8], psf: NDArray[np.float64], noise: float) -> NDArray[np.uint8]:
    """The luma through conj(H) / (|H|² + noise), scaled so that an even picture stays as it is.

    Source: Gonzalez and Woods, Digital Image Processing, 4th ed., 5.8, with a constant ratio of noise to signal.
    """
    before = luma(image)
    padded = _Padded.around(before, psf)
    transfer = padded.transfer(psf)
    power = transfer.real**2 + transfer.imag**2
    inverse = np.asarray(np.conj(transfer) * ((1.0 + noise) / (power + noise)), dtype=np.complex128)
    return with_luma(image, before, padded.inner(padded.filtered(padded.values, inverse)))


def _lucy(
    image: NDArray[np.uint8], psf: NDArray[np.float64], iterations: int, progress: Progress
) -> NDArray[np.uint8]:
    """u becomes u · (h* ⋆ (d / (h ⋆ u))), beginning with u = d.

    Source: Richardson, J. Opt. Soc. Am. 62, 1972; Lucy, Astron. J. 79, 1974.
    """
    before = luma(image)
    padded = _Padded.around(before, psf)
    transfer = padded.transfer(psf)
    seen = np.maximum(padded.values, _DARKEST)
    estimate = seen
    for done in range(iterations):
        progress(done, iterations, "")
        blurred = np.maximum(padded.filtered(estimate, transfer), _DARKEST)
        estimate = estimate * padded.filtered(seen / blurred, np.conj(transfer))
        estimate = np.maximum(estimate, _DARKEST)
    progress(iterations, iterations, "")
    return with_luma(image, before, padded.inner(estimate))


@dataclass(frozen=True)
class _Padded:
    """A luma with a margin that mirrors it and fades to its mean, so that opposite borders meet without an edge.

    Attributes:
        values: float64 (H, W), a size whose Fourier transform is quick.
        top: Row at which the picture begins.
        left: Column at which it begins.
        size: Height and width of the picture.
    """

    values: NDArray[np.float64]
    top: int
    left: int
    size: tuple[int, int]

    @staticmethod
    def around(bright: NDArray[np.float64], psf: NDArray[np.float64]) -> "_Padded":
        """The luma with a margin of at least twice the spread's width.

        Raises:
            RecipeInvalid: The picture is too large.
        """
        if bright.size > MOST_PIXELS:
            raise RecipeInvalid(
                f"A picture of {bright.shape[1]} x {bright.shape[0]} pixels is too large to be deblurred; "
                f"{MOST_PIXELS // 10**6} million pixels are the most."
            )
        margin = max(_LEAST_PAD, 2 * max(psf.shape))
        full = [cv2.getOptimalDFTSize(side + 2 * margin) for side in bright.shape]
        top, left = margin, margin
        bottom, right = full[0] - bright.shape[0] - margin, full[1] - bright.shape[1] - margin
        mirrored = np.pad(bright, ((top, bottom), (left, right)), mode="symmetric")
        fade = np.outer(_fade(bright.shape[0], top, bottom), _fade(bright.shape[1], left, right))
        mean = float(bright.mean())
        return _Padded(mean + fade * (mirrored - mean), top, left, (bright.shape[0], bright.shape[1]))

    def transfer(self, psf: NDArray[np.float64]) -> NDArray[np.complex128]:
        """The spread's Fourier transform, with its middle at the origin."""
        field = np.zeros(self.values.shape)
        height, width = psf.shape
        field[:height, :width] = psf
        return np.fft.rfft2(np.roll(field, (-(height // 2), -(width // 2)), axis=(0, 1)))

    def filtered(self, values: NDArray[np.float64], transfer: NDArray[np.complex128]) -> NDArray[np.float64]:
        """Values through a filter given by its transform."""
        return np.fft.irfft2(np.fft.rfft2(values) * transfer, s=values.shape)

    def inner(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """What lies where the picture lies."""
        height, width = self.size
        return values[self.top : self.top + height, self.left : self.left + width]


def _fade(side: int, before: int, after: int) -> NDArray[np.float64]:
    """One over the picture, falling as a raised cosine to zero at the outer ends."""
    rise = 0.5 - 0.5 * np.cos(np.pi * (np.arange(before) + 0.5) / before)
    fall = 0.5 + 0.5 * np.cos(np.pi * (np.arange(after) + 0.5) / after)
    return np.concatenate([rise, np.ones(side), fall])
