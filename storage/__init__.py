"""What the hotline remembers: SQL tables, keys and sealed files.

Nothing here knows Telegram, questions or languages. Everything personal passes
through `storage.vault` on its way in and out.
"""
