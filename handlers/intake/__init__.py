"""The report: its questions, and how they are asked."""
