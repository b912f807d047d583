"""Scenes: people with phones, the whole hotline behind them, and what they read written down."""
