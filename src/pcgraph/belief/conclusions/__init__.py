"""What follows from what is believed: outcomes, promises, money, ties and voices."""
