"""Programs that make files of the repository which are seldom made anew."""
