"""What formatting applies to text: defaults, styles, numbering and themes under what is set directly."""
