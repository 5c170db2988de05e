"""Quote and cite provisions, and word answers that cite none."""
