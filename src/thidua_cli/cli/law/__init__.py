"""The law in words: pages, packs, cases."""
