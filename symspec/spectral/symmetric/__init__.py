"""Normal matrices: orthonormal eigenvectors, and the definiteness of quadratic and Hermitian forms."""
