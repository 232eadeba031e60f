"""Questions as files: a matrix or a generator, parts with tasks and weights, texts in several languages."""
