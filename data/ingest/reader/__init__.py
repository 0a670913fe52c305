"""The reading child: a file of unknown origin becomes sheets of text. Standard library and calamine only."""
