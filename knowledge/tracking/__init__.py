"""Find the commitments that officers track and correct, with their status and what was read."""
