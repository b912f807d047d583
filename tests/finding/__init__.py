"""Tests of finding cases by what somebody types."""
