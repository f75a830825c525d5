"""What the law allows: rules by date, and the judgement of figures by them."""
