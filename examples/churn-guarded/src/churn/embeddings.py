"""A small encoder that turns twelve months of usage into eight numbers."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn

MONTHS = 12
WIDTH = 8


class UsageEncoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(MONTHS, 32), nn.ReLU(), nn.Linear(32, WIDTH))

    def forward(self, usage: torch.Tensor) -> torch.Tensor:
        return self.layers(usage)


def load_encoder(path: Path) -> UsageEncoder:
    encoder = UsageEncoder()
    encoder.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return encoder.eval()


def load_projection(path: Path) -> torch.Tensor:
    return load_file(path)["projection"]
