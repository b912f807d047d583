"""Backups: the whole house in one file of ciphertext, its keys in another, and the way back.

One logical format serves both databases, so that a house can move from one to the other and
nothing that was deleted, and still lies in a database's free pages, comes along.
"""
