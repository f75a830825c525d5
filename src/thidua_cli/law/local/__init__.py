"""Local packs: what a ministry, a province, a school or a company rules over the national law."""
