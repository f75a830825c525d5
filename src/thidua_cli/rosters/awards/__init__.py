"""Lists of awards as offices write them: who gets what, by a decision of which day."""
