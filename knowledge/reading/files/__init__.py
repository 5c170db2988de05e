"""Files: what kind they are, their limits, and the text in them."""
