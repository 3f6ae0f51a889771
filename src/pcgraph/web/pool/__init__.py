"""The worker processes that answer the queries of a server, their queues and their sandbox."""
