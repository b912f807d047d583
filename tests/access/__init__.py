"""Who gets at what: every button with ids that are not hers, forged presses, guessed invitations.

python -m tests.access
"""
