"""Which files a command works on, and how outputs are written whole or not at all."""
