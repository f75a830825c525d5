"""How far each target of a plan was reached: aims, results, and what follows from both."""
