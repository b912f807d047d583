"""Finds cases by what somebody types: a code, a telephone, the number of a paper, a name."""
