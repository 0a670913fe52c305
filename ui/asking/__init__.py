"""The same questions for screens, remembered until the data change, as in ui.cache."""
