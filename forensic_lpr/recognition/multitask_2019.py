"""``multitask-2019``: the multi-task CNN of Gonçalves et al., CIARP 2019, Table 1 and Fig. 1, to the letter.

What the paper leaves open and how it is decided here: the pools follow Conv1, Conv2 and Conv4 (0.40 GMAC, 12.6 M
parameters); input is grey, zero mean and unit variance; convolutions are padded to keep their size and followed by
batch normalisation and ReLU; dropout of one fifth stands between the fully connected layers.
"""

import torch
from torch import Tensor, nn

DROPOUT = 0.2
INPUT_SIZE = (120, 40)
"""Width and height of the input in pixels."""


class MultiTask2019(nn.Module):
    """Seven characters from one plate image, one task per slot.

    Args:
        slots: Number of tasks.
        classes: Number of characters per task.
    """

    def __init__(self, slots: int, classes: int) -> None:
        super().__init__()
        self.shared = nn.Sequential(
            nn.Conv2d(1, 128, 5, padding=2), nn.BatchNorm2d(128), nn.ReLU(inplace=True),
            nn.MaxPool2d(2, 2),  # (N, 128, 20, 60)
            nn.Conv2d(128, 128, 3, padding=1), nn.BatchNorm2d(128), nn.ReLU(inplace=True),
            nn.MaxPool2d(2, 2),  # (N, 128, 10, 30)
            nn.Conv2d(128, 192, 3, padding=1), nn.BatchNorm2d(192), nn.ReLU(inplace=True),
            nn.Conv2d(192, 256, 3, padding=1), nn.BatchNorm2d(256), nn.ReLU(inplace=True),
            nn.MaxPool2d(2, 2),  # (N, 256, 5, 15)
            nn.Flatten(),
            nn.Linear(256 * 5 * 15, 512), nn.ReLU(inplace=True), nn.Dropout(DROPOUT),
        )  # fmt: skip
        self.tasks = nn.ModuleList(
            nn.Sequential(
                nn.Linear(512, 512), nn.ReLU(inplace=True), nn.Dropout(DROPOUT), nn.Linear(512, classes)
            )
            for _ in range(slots)
        )

    def forward(self, images: Tensor) -> Tensor:
        """Log-probabilities (N, slots, classes) of normalised images (N, 1, 40, 120)."""
        features = self.shared(images)  # (N, 512)
        logits = torch.stack([task(features) for task in self.tasks], dim=1)  # (N, slots, classes)
        return logits.log_softmax(dim=-1)
