"""Findings, verdicts, spans and codes; one file an output format."""
