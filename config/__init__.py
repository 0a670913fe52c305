"""The room of what is decided, not measured: settings, thresholds, texts, catalogue files."""
