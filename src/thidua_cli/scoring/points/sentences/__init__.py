"""How it is written on paper what figures earn."""
