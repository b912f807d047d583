"""Files as evidence, where the machine touches them: the scanner, the darkroom, our copies on their way."""
