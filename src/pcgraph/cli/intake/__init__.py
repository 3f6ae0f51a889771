"""The commands that bring knowledge into the data folder."""
