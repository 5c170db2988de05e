"""One program of it: settings, application and command line."""
