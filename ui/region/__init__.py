"""The parts of the page of a region: the grid of targets by regions, its sentences, where a region stands."""
