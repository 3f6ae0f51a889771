"""Files in and out: export, Turtle, passages, reports, spreadsheets, and pushing graphs to a server."""
