"""Speed and scale, always beside a named rival in the same run."""
