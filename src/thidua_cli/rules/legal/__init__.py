"""Rules of law, judged on the facts of one plan."""
