"""Boards of a test's own with the catalogue and no figures, or with the shipped series."""

from tests.data.conftest import catalogue, laid_out, real_board, store

__all__ = ["catalogue", "laid_out", "real_board", "store"]
