"""Tests of what people can do and what the hotline decides."""
