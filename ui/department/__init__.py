"""The page of the bodies in charge: who leads which targets, who shares them, and which nobody answers for."""
