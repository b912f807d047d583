"""Dates as relatives write them, in six languages at once, made into EDTF."""
