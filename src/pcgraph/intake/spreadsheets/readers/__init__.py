"""Reads the files of spreadsheets as rows of text."""
