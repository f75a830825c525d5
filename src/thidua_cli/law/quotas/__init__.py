"""How many awards there may be: what each cap allows, and how a number is shared among units."""
