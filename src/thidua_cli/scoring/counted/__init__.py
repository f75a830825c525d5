"""Tables of head counts that no criteria go with: for quotas, and for sharing them among units."""
