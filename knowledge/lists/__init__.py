"""Write the lists and cards that commands show: deadlines, events, meetings, parties."""
