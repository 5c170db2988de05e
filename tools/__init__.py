"""Programs that generate files of the repository that seldom change."""
