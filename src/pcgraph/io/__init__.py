"""Input and output: export, Turtle files, passages, reports, spreadsheets, and pushing graphs to a server."""
