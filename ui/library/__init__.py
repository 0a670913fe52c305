"""The library: all plans with their phases, all targets to search and filter, all milestones with their evidence."""
