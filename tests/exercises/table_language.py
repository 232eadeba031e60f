"""Words, hedges, decimal commas, leftovers, true or false, similarity: cases of the answer table."""

from __future__ import annotations

from fractions import Fraction

from symspec.exercises.policy import Policy

Case = tuple[str, str, str, str, tuple[str, ...]]

M = "[[2, 1], [2, 3]]"  # eigenvalues 1, 4
DOUBLE = "[[1, 0, 0], [0, 1, 0], [0, 0, 4]]"
SWAP = "[[0, 1], [1, 0]]"
TURN = "[[0, -1], [1, 0]]"
BLOCK = "[[3, -4], [1, -1]]"
MARKOV = "1/10 [[9, 1], [2, 8]]"
HALF = "[[1/2, 1], [0, 1/3]]"
GOLDEN = "[[1, 1], [1, 0]]"
STEP = "[[1, 2], [0, 3]]"

E, D, L, C, R, P = "eigenvalues", "dunford", "limit", "convergence", "spectral_radius", "charpoly"
GOOD, PART, BAD, INVALID = "correct", "partial", "incorrect", "invalid"
UNKNOWN, LIKE, LEFT = ("answer.unknown_word",), ("answer.unknown_word_like",), ("answer.left_over",)
OR, NONE, COMMA = ("answer.alternatives",), ("answer.none",), ("answer.decimal_comma",)

LANGUAGE: list[Case] = [
    (E, M, "1, 4 lol", INVALID, UNKNOWN),
    (E, M, "I don't know", INVALID, NONE),
    (E, M, "idk", INVALID, NONE),
    (E, M, "?", INVALID, NONE),
    (E, M, "nu știu", INVALID, NONE),
    (E, M, "je ne sais pas", INVALID, NONE),
    (E, M, "the egienvalues are 1 and 4", INVALID, LIKE),
    (E, M, "1, 4 because 1+4=5", GOOD, ()),
    (E, M, "1, 4 since the trace is 5 and the determinant is 4", GOOD, ()),
    (E, M, "because the trace is 5, the eigenvalues are 1 and 4", GOOD, ()),
    (E, M, "1, 5 because 1+5=6", BAD, ("eigenvalues.not_a_root",)),
    (E, M, "I think 1 and 4", GOOD, ()),
    (E, M, "I found 1 and 4, thanks", GOOD, ()),
    (E, M, "my answer is: 1 and 4", GOOD, ()),
    (E, M, "les valeurs propres sont 1 et 4", GOOD, ()),
    (E, M, "valorile proprii sunt 1 și 4", GOOD, ()),
    (E, M, "trace = 5, det = 4, so 1, 4", GOOD, ("answer.not_judged",)),
    (E, M, "det(A - xI) = x^2 - 5x + 4 = 0 hence x = 1 or x = 4", GOOD, ()),
    (E, M, "the eigenvalues are 1 and 4, sum 5", INVALID, LEFT),
    (E, M, "1,0; 4,0", INVALID, COMMA),
    (E, M, "1,0 and 4,0", INVALID, COMMA),
    (E, M, "1.0; 4.0", GOOD, ()),
    (E, M, "1,4", GOOD, ()),
    (E, M, "1 4 7 are my favourite numbers", INVALID, ()),
    (E, M, "1, 4 banana(3)", INVALID, UNKNOWN),
    (E, DOUBLE, "1 with algebraic multiplicity 2 and geometric multiplicity 2, 4", GOOD, ()),
    (L, MARKOV, "[[2/3, 1/3], [2/3, 1/3]] or 0", INVALID, OR),
    (L, MARKOV, "[[2/3, 1/3], [2/3, 1/3]], or maybe [[1,0],[0,1]]", INVALID, OR),
    (L, MARKOV, "[[2/3,1/3],[2/3,1/3]]; [[1,0],[0,0]]", INVALID, LEFT),
    (L, MARKOV, "L = [[1,0],[0,1]] = [[2/3, 1/3], [2/3, 1/3]]", PART, ("answer.sides_differ",)),
    (L, MARKOV, "L = 1/3 [[2,1],[2,1]] = [[2/3, 1/3], [2/3, 1/3]]", GOOD, ()),
    (L, HALF, "0 or 1", INVALID, OR),
    (L, HALF, "0 or the zero matrix", GOOD, ()),
    (L, HALF, "0 lol", INVALID, UNKNOWN),
    (L, HALF, "0 or does not exist", INVALID, OR),
    (C, SWAP, "bounded", PART, ("convergence.incomplete_bounded",)),
    (C, SWAP, "bounded, because |λ| = 1", GOOD, ("convergence.say_no_limit",)),
    (C, SWAP, "bounded but not convergent", GOOD, ()),
    (C, SWAP, "converges or diverges", INVALID, OR),
    (C, SWAP, "diverges lol", INVALID, UNKNOWN),
    (C, SWAP, "it diverges or maybe not", INVALID, OR),
    (C, SWAP, "mărginit dar fără limită", GOOD, ()),
    (R, M, "4 or 5", INVALID, OR),
    (R, M, "rho = 4 lol", INVALID, UNKNOWN),
    (R, M, "0,5", INVALID, COMMA),
    (R, M, "the spectral radius is 4, because the eigenvalues are 1 and 4", GOOD, ()),
    (P, M, "x^2-5x+4 or x^2", INVALID, OR),
    (P, M, "x^2 - 5x + 4, x^2", INVALID, LEFT),
    (P, M, "(x-1)(x-4) = x^2 - 5x + 4", GOOD, ()),
    (P, M, "(x-1)(x-5) = x^2 - 5x + 4", PART, ("answer.sides_differ",)),
    ("minpoly", DOUBLE, "chi = (x-1)^2 (x-4), mu = (x-1)(x-4)", GOOD, ()),
    (D, BLOCK, "D = I, N = A - I, D = 0", PART, ("answer.sides_differ",)),
    (D, BLOCK, "D=I, N=A-I lol", INVALID, UNKNOWN),
    (D, BLOCK, "D = I, N=A-I, 5", INVALID, LEFT),
    (D, BLOCK, "D = I, N = A - I, N^2 = 0", GOOD, ()),
    ("ranks", BLOCK, "rk(A - I) = 1/2", INVALID, ("ranks.no_integer",)),
    (R, M, "±4", INVALID, ("spectral_radius.no_choice",)),
    (R, M, "none", INVALID, ("spectral_radius.one_number",)),
    ("gershgorin", M, "|5| <= 2", INVALID, ("gershgorin.form",)),
    ("growth", M, "rate = 2, degree = 1/2", INVALID, ("growth.no_integer",)),
    ("growth", M, "(n+1) 2^n", INVALID, ("growth.no_term",)),
    ("growth", M, "2^(n^2)", INVALID, ("growth.exponent",)),
    ("power", STEP, "[[(1 + 2^n + 3^n + 5^n)^12, 0],[0,1]]", INVALID, ("power.too_involved",)),
    (
        "diagonalization",
        M,
        "A = [[1,1],[-1,2]] diag(1,4) [[1,1],[0,1]]",
        INVALID,
        ("pair.not_inverse",),
    ),
    (E, M, "eigenvalues", INVALID, ("eigenvalues.unreadable",)),
    ("growth", M, "fast", INVALID, ("growth.unreadable",)),
    (E, M, "1, 4 or none", INVALID, ("eigenvalues.denied",)),
    (E, M, "1, 4 (maybe 7 too)", INVALID, LEFT),
    (E, M, "1, 4 (because 1 + 4 = 5)", GOOD, ()),
    (E, M, "1, 4 (or 5)", INVALID, ()),
    (E, M, "1 (not 2), 4", INVALID, ()),
    (L, HALF, "0 but maybe not", INVALID, OR),
    (L, HALF, "it tends to 0 and diverges", INVALID, ("limit.unreadable",)),
    (L, HALF, "A^n -> 0 -> I", INVALID, ("limit.unreadable",)),
    (L, HALF, "0 if n even", INVALID, UNKNOWN),
    (L, HALF, "0, I", INVALID, LEFT),
    (L, MARKOV, "L = [[2/3,1/3],[2/3,1/3]], M = [[1,0],[0,1]]", GOOD, ("answer.not_judged",)),
    (L, MARKOV, "[[1,0],[0,1]] (i.e. [[2/3,1/3],[2/3,1/3]])", INVALID, LEFT),
    (C, HALF, "yes and no", INVALID, ()),
    (C, SWAP, "diverges if n is odd", INVALID, ()),
    (C, SWAP, "diverges: even powers are I, odd powers are A", GOOD, ()),
    (P, M, "p = x^2-5x+4, p = x^2", INVALID, OR),
    ("diagonalization", M, "P = [[1,1],[-1,2]], D = diag(1,4), not diagonalizable", INVALID, OR),
    ("power", STEP, "A^n = [[1,0],[0,1]] = [[1,3^n-1],[0,3^n]]", PART, ("answer.sides_differ",)),
    ("power", STEP, "A^n = P D^n P^-1 = [[1,3^n-1],[0,3^n]], P = [[1,1],[0,1]], D = diag(1,3)", GOOD, ()),
    (E, M, "1, 16", BAD, ("eigenvalues.of_the_square",)),
    (E, "[[1, 2], [3, 4]]", "1, -2", BAD, ("eigenvalues.pivots",)),
    (E, "[[4, 1], [2, 1]]", "2, 3", BAD, ("eigenvalues.determinant_sum",)),
    (P, "[[4, 1], [2, 1]]", "x^2 - 5x + 6", BAD, ("charpoly.determinant_sum",)),
    ("eigenvectors", M, "lambda = 4: (1, 2), lambda = 1: (1, -1)", GOOD, ()),
    ("eigenvectors", "[[0, 1], [1, 0]]", "lambda = 1: (1, -1)", BAD, ("eigenvectors.sign_of_shift",)),
    ("eigenvectors", "[[1, 2], [4, 3]]", "lambda = 1: (1, -1)", BAD, ("eigenvectors.sign_of_shift",)),
    ("eigenvectors", "[[1, 2], [4, 3]]", "lambda = 5: (1, -1)", BAD, ("eigenvectors.other_eigenvalue",)),
    (L, "[[1/2, 1/2], [0, 1]]", "[[0, 0], [0, 1]]", BAD, ("limit.entrywise",)),
    ("growth", "[[2, 1, 0], [0, 2, 0], [0, 0, 2]]", "n^2 2^n", PART, ("growth.size_for_exponent",)),
    ("growth", "[[2, 0, 0], [0, 2, 0], [0, 0, 2]]", "n^2 2^n", PART, ("growth.multiplicity_for_block",)),
    ("power", STEP, "[[1, 3^n-1],[0,3^n]] or 0", INVALID, OR),
    ("power", STEP, "[[1, 3^n-1],[0,3^n]] lol", INVALID, UNKNOWN),
]

S, T = "similarity", "true_false"
JORDAN = "[[1, 1], [0, 1]]"
UNIT = "[[1, 0], [0, 1]]"
RANKED = "[[0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 0]]"  # blocks 2 and 2
RANKED_TOO = "[[0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]"  # blocks 2, 1 and 1
PAIR = "[[1, 1], [0, 2]]"

WithOptions = tuple[str, str, str, str, tuple[str, ...], object, Policy]
"""A case, what it is about beside A, and the policy."""

ANY = Policy()
DECIMAL = Policy(comma="decimal")
LENIENT = Policy(inexact=Fraction(1, 2))
NEAR = Policy(tolerance=Fraction(1, 1000))
REASONS = Policy(reason="required")
FROM_ZERO = Policy(power_from=0)

OPTIONS: list[WithOptions] = [
    (E, M, "1,0; 4,0", GOOD, (), None, DECIMAL),
    (E, M, "1,5; 4,0", BAD, ("eigenvalues.not_a_root",), None, DECIMAL),
    (E, GOLDEN, "1.618, -0.618", PART, ("answer.rounded", "eigenvalues.not_exact"), None, LENIENT),
    (E, GOLDEN, "1.618, -0.918", BAD, ("eigenvalues.not_exact", "eigenvalues.not_a_root"), None, LENIENT),
    (E, GOLDEN, "1.618, -0.618", GOOD, ("answer.within_tolerance",), None, NEAR),
    (E, GOLDEN, "1.61, -0.618", BAD, (), None, NEAR),
    (E, GOLDEN, "1.618, 1.618", BAD, (), None, NEAR),
    (R, GOLDEN, "1.618", GOOD, ("answer.within_tolerance",), None, NEAR),
    (R, GOLDEN, "1.62", BAD, ("spectral_radius.not_exact",), None, NEAR),
    (R, GOLDEN, "1.62", PART, ("answer.rounded",), None, LENIENT),
    (L, MARKOV, "[[0.667, 0.333],[0.667, 0.333]]", GOOD, ("answer.within_tolerance",), None, NEAR),
    (L, MARKOV, "[[0.66, 0.33],[0.66, 0.33]]", BAD, (), None, NEAR),
    (C, MARKOV, "converges", PART, ("answer.reason_missing",), None, REASONS),
    (C, MARKOV, "converges: eigenvalues 1 and 1/2", PART, ("answer.reason_false",), None, REASONS),
    (C, MARKOV, "converges: eigenvalues 1 and 7/10", GOOD, (), None, REASONS),
    ("power", "[[1, 1], [1, 1]]", "2^(n-1) A", PART, ("power.wrong_at_zero",), None, FROM_ZERO),
    ("power", "[[1, 1], [1, 1]]", "2^(n-1) A", GOOD, ("power.from_one",), None, ANY),
    (S, PAIR, "P = [[4, -1], [-1, 0]]", GOOD, ("similarity.correct",), "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "P^-1 A P = B with P = [[4, -1], [-1, 0]]", GOOD, (), "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "P = [[0, -1], [-1, -4]]", GOOD, ("similarity.other_direction",), "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "P A P^-1 = B, P = [[4, -1], [-1, 0]]", BAD, ("similarity.equation",), "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "P^-1 A P = B, P = [[0, -1], [-1, -4]]", BAD, ("pair.inverse",), "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "P = [[0, 0], [0, 0]]", BAD, ("similarity.intertwines_only",), "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "P = [[1]]", BAD, ("pair.size",), "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "similar", PART, ("similarity.missing_P",), "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "not similar", BAD, ("similarity.similar",), "[[2, 0], [5, 1]]", ANY),
    (S, JORDAN, "not similar: different minimal polynomials", GOOD, ("similarity.correct_none",), UNIT, ANY),
    (S, JORDAN, "yes", BAD, ("similarity.eigenvalues_only", "similarity.different_minpoly"), UNIT, ANY),
    (
        S,
        JORDAN,
        "P = I",
        BAD,
        ("similarity.equation", "similarity.different_minpoly"),
        "[[1, 0], [0, 1]]",
        ANY,
    ),
    (S, PAIR, "yes", BAD, ("similarity.different_order",), "[[1]]", ANY),
    (S, PAIR, "yes", BAD, ("similarity.different_charpoly",), "[[1, 0], [0, 3]]", ANY),
    (S, RANKED, "yes", BAD, ("similarity.different_ranks",), RANKED_TOO, ANY),
    (S, PAIR, "perhaps", INVALID, ("similarity.unreadable",), "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "I don't know", INVALID, NONE, "[[2, 0], [5, 1]]", ANY),
    (S, PAIR, "similar or not similar", INVALID, OR, "[[2, 0], [5, 1]]", ANY),
    (T, JORDAN, "false", GOOD, ("true_false.correct",), "diagonalizable", ANY),
    (T, JORDAN, "it is not diagonalizable", GOOD, (), "diagonalizable", ANY),
    (T, JORDAN, "no, because 1 is a double eigenvalue with one eigenvector", GOOD, (), "diagonalizable", ANY),
    (T, JORDAN, "false", PART, ("answer.reason_missing",), "diagonalizable", REASONS),
    (T, JORDAN, "true", BAD, ("true_false.invertible_is_not_diagonalizable",), "diagonalizable", ANY),
    (T, M, "no", BAD, ("true_false.distinct_eigenvalues",), "diagonalizable", ANY),
    (T, DOUBLE, "false", BAD, ("true_false.repeated_not_defective",), "diagonalizable", ANY),
    (T, "[[3, 0], [0, 1/2]]", "yes", BAD, ("true_false.not_true",), "bounded", ANY),
    (T, "[[1/2, 5], [0, 1/3]]", "false", BAD, ("true_false.entries",), "convergent", ANY),
    (T, M, "yes", GOOD, (), "eigenvalue 4", ANY),
    (T, M, "true", BAD, (), "eigenvalue 5", ANY),
    (T, M, "perhaps", INVALID, (), "invertible", ANY),
    (T, M, "true or false", INVALID, OR, "invertible", ANY),
    (T, M, "true and false", INVALID, (), "invertible", ANY),
]
