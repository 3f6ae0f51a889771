"""What takes the graph out: files, reports, descriptions, and pushing it to a server."""
