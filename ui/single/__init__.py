"""One target on a screen of its own: what it says, its figures large, its course; at a desk and in a room."""
