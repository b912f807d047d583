"""Files as evidence: what they are by their content, how they are passed on, who has opened them."""
