"""The words and shapes that every room shares: vocabulary, catalogue models, thresholds."""
