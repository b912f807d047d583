"""What coordinators can do."""
