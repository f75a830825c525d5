"""How text is set, whatever it is written as: looks, widths, and which words stand together."""
