"""The kinds of tests that a decree asks for, each a small function of a case and a check."""
