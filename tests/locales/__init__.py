"""What is said: the catalogue, the texts themselves, and the lint that keeps them whole."""
