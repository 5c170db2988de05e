"""The program: settings, application and command line."""
