"""How a target is judged: pure rules over columns, without a database, a clock or a screen."""
