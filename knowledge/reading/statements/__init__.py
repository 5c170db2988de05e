"""What each clause of a provision says: who does what, for whom, when, where, and how much of it."""
