"""One module for each subject of the rules that shapes cannot express."""
