"""The stand-in for Telegram: a strict local Bot API server and a page with phones.

The rehearsal and all tests talk to it over HTTP exactly as they would talk to Telegram. It
refuses what Telegram refuses, in the same words; its people are made up, and nothing it holds
outlives the process.
"""
