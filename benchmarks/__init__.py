"""How the figures of this project are measured: as ratios, side by side, in one run."""
