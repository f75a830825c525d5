"""What a unit earned: criterion shapes, totals, ranks, grades, quotas."""
