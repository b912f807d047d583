"""Tests mirror the tree: tests/storage for storage, and so on."""
