"""The meeting view: the same answers for a room, one screen at a time, walked by keys."""
