"""Dated law: packs of data and the queries over them."""
