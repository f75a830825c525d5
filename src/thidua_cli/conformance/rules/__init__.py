"""What the decree asks of each component: the rules are data, a kind of rule is a function."""
