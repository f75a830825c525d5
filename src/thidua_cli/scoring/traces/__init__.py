"""Every number opened into its steps."""
