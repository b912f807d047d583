"""How well places are found: from each of their names, and from misspelt ones."""
