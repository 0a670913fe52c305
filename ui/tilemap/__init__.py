"""The parts of the tile map: one target across the regions of a plan, where they lie, and how far each is from it."""
