"""The parts of the indicator page: chooser, sentences, line, regions, targets, definition and history."""
