"""Copies of Word files in which everything that needs no judgement is put right."""
