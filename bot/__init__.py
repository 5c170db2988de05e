"""One program of it: settings, application, command line, and the stand-in of the Bot API."""
