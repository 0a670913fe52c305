"""Will a target be reached: expected value, interval and probability at the due date (METHODS section 8)."""
