"""The records of the board: what was loaded, what each load changed, who owes which figures."""
