"""Many matrices: over any concurrent.futures.Executor, chunked, windowed, with errors as data."""
