"""The panels of the screens: each takes frames and counts and gives one piece of markup."""
