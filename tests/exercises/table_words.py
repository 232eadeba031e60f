"""Words that deny, limits that are not 0, powers that are 0, the polynomial x: cases of the answer table."""

from __future__ import annotations

Case = tuple[str, str, str, str, tuple[str, ...]]

M = "[[2, 1], [2, 3]]"  # eigenvalues 1, 4
TURN = "[[0, -1], [1, 0]]"
SYMMETRIC = "[[2, 1], [1, 2]]"
BLOCK = "[[2, 1], [0, 2]]"
ONE = "[[1, 0], [0, 1]]"
SHRINK = "1/3 [[1, 2], [0, 2]]"
MARKOV = "1/10 [[9, 1], [2, 8]]"
HALVES = "[[1/2, 1/2], [1/2, 1/2]]"
SHIFT = "[[0, 1, 0], [0, 0, 1], [0, 0, 0]]"
ZERO = "[[0, 0], [0, 0]]"

D, Q, J, G = "diagonalization", "orthogonal_diagonalization", "jordan_form", "growth"
C, V, X, E, L = "convergence", "eigenvectors", "minpoly", "eigenvalues", "limit"
GOOD, PART, BAD, INVALID = "correct", "partial", "incorrect", "invalid"

WORDS: list[Case] = [
    (V, TURN, "for -i: (-i, 1); for i: (i, 1)", GOOD, ("eigenvectors.correct",)),
    (V, TURN, "for i: (i, 1); for -i: (-i, 1)", GOOD, ()),
    (V, TURN, "i: (i, 1)", GOOD, ()),
    (V, TURN, "for i: (-i, 1); for -i: (i, 1)", BAD, ("eigenvectors.not_for_this_value",)),
    (Q, M, "not orthogonally diagonalizable", GOOD, ("orthogonal_diagonalization.not_symmetric",)),
    (Q, M, "no, A is not symmetric", GOOD, ()),
    (Q, M, "A is not symmetric", GOOD, ()),
    (Q, M, "non, A n'est pas symétrique", GOOD, ()),
    (Q, M, "nu, A nu este simetrică", GOOD, ()),
    (Q, M, "there is no such P", GOOD, ()),
    (Q, SYMMETRIC, "no, A is not symmetric", BAD, ("orthogonal_diagonalization.possible",)),
    (Q, SYMMETRIC, "not orthogonally diagonalizable", BAD, ("orthogonal_diagonalization.possible",)),
    (Q, M, "yes, A is symmetric", INVALID, ("pair.unreadable",)),
    (D, BLOCK, "no, there is only one independent eigenvector", GOOD, ("diagonalization.correct_denied",)),
    (D, BLOCK, "A is defective", GOOD, ()),
    (D, BLOCK, "A is not defective", INVALID, ("pair.unreadable",)),
    (D, BLOCK, "A is diagonalizable", INVALID, ("pair.unreadable",)),
    (D, BLOCK, "no, but A is diagonalizable", INVALID, ("pair.unreadable",)),
    (D, M, "no, there is only one independent eigenvector", BAD, ("diagonalization.possible",)),
    (J, BLOCK, "A is not diagonalizable, J = [[2, 1], [0, 2]]", GOOD, ("jordan_form.correct",)),
    (G, SHIFT, "A^n = 0 for n >= 3", GOOD, ("growth.correct",)),
    (G, SHIFT, "0 from n = 3 on", GOOD, ()),
    (G, SHIFT, "nilpotent, A^3 = 0", GOOD, ()),
    (G, SHIFT, "nilpotent", GOOD, ()),
    (G, SHIFT, "A^n = 0 for n > 2", GOOD, ()),
    (G, SHIFT, "A^n = 0 for n >= 5", GOOD, ("growth.zero_earlier",)),
    (G, SHIFT, "A^n = 0 for n >= 2", BAD, ("growth.not_yet_zero",)),
    (G, SHIFT, "A^2 = 0", BAD, ("growth.not_yet_zero",)),
    (G, BLOCK, "A^n = 0 for n >= 3", BAD, ("growth.never_zero",)),
    (G, BLOCK, "nilpotent", BAD, ("growth.never_zero",)),
    (C, SHRINK, "A^n converges to a limit that is not 0", BAD, ("convergence.to_zero",)),
    (C, SHRINK, "it converges, but not to 0", BAD, ("convergence.to_zero",)),
    (C, SHRINK, "A^n has a limit which is not zero", BAD, ("convergence.to_zero",)),
    (C, SHRINK, "converges to a limit different from 0", BAD, ("convergence.to_zero",)),
    (C, SHRINK, "converge vers une limite non nulle", BAD, ("convergence.to_zero",)),
    (C, SHRINK, "are limită nenulă", BAD, ("convergence.to_zero",)),
    (C, SHRINK, "the limit exists and is not zero", BAD, ("convergence.to_zero",)),
    (C, SHRINK, "converge, dar nu la 0", BAD, ("convergence.to_zero",)),
    (C, SHRINK, "converge la 0", GOOD, ()),
    (C, MARKOV, "the limit exists and is not zero", GOOD, ()),
    (D, BLOCK, "impossible to say", INVALID, ("answer.none",)),
    (C, MARKOV, "A^n converges to a limit that is not 0", GOOD, ("convergence.correct",)),
    (C, MARKOV, "it converges, but not to 0", GOOD, ()),
    (C, MARKOV, "has a non-zero limit", GOOD, ()),
    (C, ONE, "A^n converges to a limit that is not 0", GOOD, ()),
    (C, TURN, "A^n converges to a limit that is not 0", BAD, ("convergence.no_limit",)),
    (C, TURN, "A^n does not converge to a limit that is not 0", GOOD, ()),
    (C, MARKOV, "converges to [[sqrt(2), 1], [0, 1]]", GOOD, ("convergence.limit_wrong",)),
    (C, TURN, "converges to [[sqrt(2), 1], [0, 1]]", BAD, ("convergence.no_limit",)),
    (L, HALVES, "[[sqrt(2) sqrt(8)/8, 1/2], [1/sqrt(4), 1/2]]", GOOD, ("limit.correct",)),
    (L, HALVES, "[[sqrt(2)/2, 1/2], [1/2, 1/2]]", BAD, ("limit.irrational",)),
    (L, HALVES, "[[D(1, 2), 1/2], [1/2, 1/2]]", INVALID, ()),
    (X, ZERO, "x", GOOD, ("minpoly.correct",)),
    (X, ZERO, "lambda", GOOD, ()),
    (X, ZERO, "m(x) = x", GOOD, ()),
    (X, ZERO, "mu = t", GOOD, ()),
    (X, M, "x", BAD, ("minpoly.not_annihilating",)),
    ("charpoly", "[[0]]", "x", GOOD, ("charpoly.correct",)),
    ("charpoly", ZERO, "x", BAD, ("charpoly.degree",)),
    (E, "[[2, 0], [0, 2]]", "[(2, 2)]", GOOD, ()),
]
