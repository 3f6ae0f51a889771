"""What every answer of the server shares: caching, negotiation, problems, headers and limits of the rate."""
