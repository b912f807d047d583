"""What leaves the hotline on paper: sheets in six languages, typeset from plain words."""
