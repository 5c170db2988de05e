"""The first minute: /start, the help, the menus, and personal settings."""
