"""Write the lists and cards that commands show: what is due, events, meetings, parties."""
