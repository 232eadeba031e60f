"""Powers of exact square matrices: what happens to A^n, with proof."""
