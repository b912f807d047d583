"""Somebody who wanders through her reports at random; whatever she does, nothing that she said may be lost."""
