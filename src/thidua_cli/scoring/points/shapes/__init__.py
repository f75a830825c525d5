"""What figures earn, a small function a kind of criterion."""
