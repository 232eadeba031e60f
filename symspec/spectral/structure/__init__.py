"""What the entries show: graphs, nonnegative matrices, Markov chains, symmetries, permutations."""
