"""What the forecast said one, two and three years before, held against what came and against plainer rules."""
