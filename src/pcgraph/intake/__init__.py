"""What brings knowledge into the data folder: spreadsheets, drafts, curation, evidence, new projects."""
