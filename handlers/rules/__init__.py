"""What the hotline decides: pure functions of records and the time."""
