"""The verbs of the command line, so that the shell and the running app do the same."""
