"""What binds whom: clauses, duties, deadlines, events, commitments, and the roles of parties."""
