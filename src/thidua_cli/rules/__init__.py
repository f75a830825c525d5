"""What is checked: consistency of the plan with itself, and with the law of its date."""
