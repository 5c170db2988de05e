"""Reminders of what falls due and takes place: /avisos, one digest a morning, and news of new acts."""
