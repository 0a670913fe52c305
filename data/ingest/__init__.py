"""The way of a file into the board: archive, read, check, commit."""
