"""Facts about one matrix: each module computes one kind of fact from an ExactMatrix."""
