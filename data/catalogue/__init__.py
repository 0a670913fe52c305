"""Loading and checking the catalogue in ``config/``."""
