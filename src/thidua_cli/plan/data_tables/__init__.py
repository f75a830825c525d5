"""Tables that a document prints: written in the plan, read from a file, or made from other facts."""
