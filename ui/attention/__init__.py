"""The list of what needs attention: every red and yellow target of a place, the most pressing first."""
