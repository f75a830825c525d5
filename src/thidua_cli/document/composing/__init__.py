"""From a plan to blocks: facts into words, words into the body, the body into a template."""
