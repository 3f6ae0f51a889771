"""The processes of the server: supervisor, readiness, log and figures, addresses, and uvicorn with deadlines."""
