"""Places as relatives name them, in six languages and any spelling, found in the bundled table."""
