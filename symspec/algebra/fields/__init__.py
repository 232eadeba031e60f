"""Number fields with a fixed complex embedding, their elements, polynomials and matrices."""
