"""Somebody who wanders through her reports at random: nothing that she said may be lost."""
