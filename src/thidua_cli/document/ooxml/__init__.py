"""Office Open XML as every room spells it: names, elements, their order, the parts of a package."""
