"""What the columns, names and cells of a spreadsheet mean."""
