"""Duties and their clauses, deadlines, events, commitments, and the roles of parties."""
