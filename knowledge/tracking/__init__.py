"""Find what officers track and correct: commitments, their state, what was read of them."""
