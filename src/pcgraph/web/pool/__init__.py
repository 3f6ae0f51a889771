"""The processes that answer the queries of a server: workers, their queue and their sandbox."""
