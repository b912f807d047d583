### What stands on paper.

# The hotline's name, on top of every page: as it is written elsewhere in this language.
sheet-header = Izdeu
