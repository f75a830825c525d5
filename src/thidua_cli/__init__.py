"""Vietnamese emulation campaigns as code."""

__version__ = "0.3.0"
