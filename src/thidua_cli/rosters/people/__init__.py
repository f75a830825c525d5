"""Lists of people: summed into the head counts of their units, and judged one by one, in flat memory."""
