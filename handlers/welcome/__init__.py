"""The first minute: /start, the help, the menus, and what a person may choose."""
