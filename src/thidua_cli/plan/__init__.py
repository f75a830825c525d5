"""The plan language: pydantic models, one concept a file."""
