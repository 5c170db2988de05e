"""Compare candidates with a question, rank them, and judge how sure the best of them is."""
