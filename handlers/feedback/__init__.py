"""Whether an answer helped."""
