"""One file a step, in order. A step never imports `storage.tables`: that one changes, a step does not."""
