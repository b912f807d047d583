"""What relatives can do."""
