"""The sentences of proofs: one whole sentence for each code, with named places for the exact objects."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    # -- frame --
    "document": "What the powers of a matrix do: a proof",
    "given": "Given",
    "claim": "Claim.",
    "proof": "Proof.",
    "check": "check:",
    "for_n": "for n = {values}",
    "two": "{first} and {second}",
    "more": "{first}, {second}",
    "last": "{first}, and {second}",
    "times_two": "{value} (twice)",
    "times_many": "{value} ({count} times)",
    "with": "with {names}",
    "too_large": "{order} x {order} matrix, written out in the certificate",
    "qed": "QED",
    "reference": "Reference:",
    "theorems": "Theorems used",
    "claims": "Claims in the certificate, each checked independently",
    "remark": "Remark.",
    # -- sections --
    "section.spectrum": "Spectrum",
    "section.diagonalizable": "Is A diagonalizable?",
    "section.decomposition": "The decomposition A = D + N",
    "section.powers": "Powers",
    "section.limit": "Limit",
    "section.ranks": "Ranks",
    "section.projector": "The limit",
    "section.why": "Why it is the limit",
    "section.eigenvector": "An eigenvector",
    "section.eigenvalue_outside": "An eigenvalue outside the unit circle",
    "section.chain": "A chain of length 2",
    "section.no_limit": "No limit",
    "section.bounded": "Bounded",
    "section.periodic": "Periodic",
    "section.not_periodic": "Not periodic",
    "section.conclusion": "Conclusion",
    # -- goals --
    "tends_to_zero": "{power} -> 0 as n -> infinity.",
    "converges": "{power} -> {limit} as n -> infinity, where",
    "bounded_divergent": "{power} stays bounded as n -> infinity, and has no limit.",
    "unbounded": "{power} is unbounded as n -> infinity; so it has no limit.",
    # -- what decides nothing --
    "entries_decide_nothing": "{entry} is an entry of A, and larger than 1 in modulus. That decides "
    "nothing: entries are not eigenvalues.",
    "small_entries_decide_nothing": "No entry of A is larger than 1 in modulus. That decides nothing: "
    "entries are not eigenvalues.",
    "one_is_not_enough": "All eigenvalues are 1, but that is not enough for a limit: the ranks decide.",
    "no_eigenvalue_outside": "No eigenvalue has modulus larger than 1. That is not enough for bounded "
    "powers: at modulus 1 the sizes of the Jordan blocks decide.",
    "circle_is_not_enough": "An eigenvalue of modulus 1 decides nothing by itself: the sizes of its "
    "Jordan blocks do.",
    "circle_decides_nothing": "The spectral radius is 1, and that alone decides nothing: A^n may "
    "converge, turn for ever or grow.",
    # -- spectrum --
    "triangular": "{A} is triangular, so its eigenvalues are its diagonal entries.",
    "eigenvalues": "The eigenvalues are {values}.",
    "only_eigenvalue": "The only eigenvalue is {values}.",
    "rational_eigenvalues": "The rational eigenvalues are {values}.",
    "rational_eigenvalue": "The only rational eigenvalue is {values}.",
    "moduli_inside": "Their largest modulus is {modulus} < 1.",
    "modulus_inside": "Its modulus is {modulus} < 1.",
    "other_moduli_inside": "Apart from {on}, the largest modulus among them is {modulus} < 1.",
    "pair_inside": "The quadratic {p} has the discriminant {discriminant} < 0, so its roots are two "
    "conjugate numbers, z = {roots}, and |z|^2 is their product: |z|^2 = {product} < 1.",
    "real_pair_inside": "The roots {roots} of {p} are real. Its constant term c and its middle "
    "coefficient b satisfy |c| = {c} < 1 and |b| = {b} < 1 + c = {bound}, so both roots have modulus < 1.",
    "inside_by_table": "All roots of {p} have modulus < 1 (the largest modulus is about {modulus}). This "
    "is exact, by the Schur-Cohn table: its first row holds the coefficients a_d, .., a_0; below a row p "
    "stands (a_d p - a_0 p*)/x up to a factor, where p* is p with its coefficients in reverse order; and "
    "in every row the last coefficient is smaller in modulus than the first.",
    "inside_by_claim": "All roots of {p} have modulus < 1 (the largest modulus is about {modulus}). This "
    "is exact: the Schur-Cohn table, too long to be printed, was verified with the certificate.",
    "pair_on_circle": "The quadratic {p} has the discriminant {discriminant} < 0, so its roots are two "
    "conjugate numbers, z = {roots}, and |z|^2 is their product: |z|^2 = {product}. So |z| = 1 exactly, "
    "and z is neither 1 nor -1.",
    "roots_of_unity": "The polynomial {p} divides x^{m} - 1, so each of its roots is a root of unity: "
    "z^{m} = 1.",
    "on_circle_by_cohn": "All roots of {p} are simple and have modulus exactly 1: the polynomial equals "
    "its own reciprocal up to sign, and its derivative {derivative} has all roots inside the unit circle, "
    "as its Schur-Cohn table shows.",
    "on_circle_by_claim": "All roots of {p} are simple and have modulus exactly 1: the polynomial equals "
    "its own reciprocal up to sign, and its derivative {derivative} has all roots inside the unit circle "
    "(its Schur-Cohn table was verified with the certificate).",
    "pair_outside": "The discriminant {discriminant} of {p} is negative, so its roots are two conjugate "
    "numbers, z = {roots}, and |z|^2 is their product: |z|^2 = {product} > 1.",
    "root_above_one": "Since {value} while p(x) -> infinity as x -> infinity, p has a real root z > 1.",
    "root_above_one_quadratic": "The roots of p are {roots}. Since {value} while p(x) -> infinity as x -> "
    "infinity, the larger one, z, satisfies z > 1.",
    "root_below_minus_one": "Since {value} has the sign opposite to that of p(x) for x -> -infinity, p "
    "has a real root z < -1.",
    "root_below_minus_one_quadratic": "The roots of p are {roots}. Since {value} while p(x) -> infinity "
    "as x -> -infinity, the smaller one, z, satisfies z < -1.",
    "product_outside": "The product of the roots of {p} has modulus {product} > 1, so some root z has |z| "
    "> 1.",
    "power_sum_outside": "By Newton's identities the sum of the powers z^{k} over the {degree} roots z of "
    "p is {sum}. Its modulus is larger than {degree}, so some root z has |z| > 1.",
    "outside_by_claim": "Some root z of p has |z| > 1 (about {modulus}). This is exact: the Schur-Cohn "
    "test of p(r x) for the r > 1 of the certificate fails.",
    # -- A^n -> 0 --
    "nilpotent_spectrum": "Every eigenvalue is 0, so A^{order} = 0 by the theorem of Cayley and Hamilton.",
    "nilpotent_powers": "The first power that vanishes is A^{index}:",
    "nilpotent": "{A}^n = 0 for every n >= {index}, so {A}^n -> 0: the limit is reached after {index} steps.",
    "simple_eigenvalues": "The characteristic polynomial has {order} different roots over C, so A is "
    "diagonalizable.",
    "squarefree_test": "The polynomial {p} has the same roots as chi, each once. So A is diagonalizable "
    "over C if and only if p(A) = 0.",
    "is_diagonalizable": "So A is diagonalizable.",
    "not_diagonalizable": "So A is not diagonalizable: A = W Sigma W^-1 with a diagonal Sigma is "
    "impossible. The decomposition of Dunford takes its place.",
    "one_eigenvalue": "With a single eigenvalue the diagonalizable part is {D}, and the nilpotent part is "
    "the rest:",
    "one_newton_step": "One Newton step for the equation p(D) = 0, from A, is enough: {step}.",
    "correction": "The nilpotent part N = p(A) p'(A)^-1 is the solution of {solves}:",
    "newton_steps": "Newton's iteration for the equation p(D) = 0 starts from A and ends after {count} "
    "steps; here {slope}.",
    "newton_ends": "The iteration ends, because {last}.",
    "parts": "Because {p} = 0, the part {D} is diagonalizable, with the eigenvalues of A; {N} is nilpotent.",
    "binomial": "D and N commute, so the binomial theorem holds, and N^{index} = 0 leaves {count} terms:",
    "binomial_from": "This holds for n >= {start}.",
    "projectors": "For each eigenvalue z_k, in the order above, let P_k be the product of ({D} - z "
    "I)/(z_k - z) over the other eigenvalues z: the projector on the eigenspace of {D} for z_k.",
    "closed_form": "Therefore, for every n >= 0,",
    "closed_form_from": "The eigenvalue 0 contributes nothing from n = {start} on. Therefore, for every n "
    ">= {start},",
    "recurrence": "Both sides are equal for n = {values}, and both satisfy the recurrence of order "
    "{order} with the characteristic polynomial chi; so they are equal from there on.",
    "each_term": "Each of the sequences {terms} tends to 0, because a polynomial times a geometric "
    "sequence whose ratio has modulus < 1 tends to 0; so does their sum with constant matrices as "
    "coefficients.",
    "the_term": "The sequence {terms} tends to 0, because a polynomial times a geometric sequence whose "
    "ratio has modulus < 1 tends to 0; so does its product with a constant matrix.",
    "diagonal_powers": "Over C, {A} = W Sigma W^-1 with the eigenvalues on the diagonal of Sigma, so "
    "{A}^n = W Sigma^n W^-1. The diagonal of Sigma^n consists of the powers z^n of eigenvalues with |z| < "
    "1, and these tend to 0.",
    "dunford_powers": "Over C, D = W Sigma W^-1 with the eigenvalues on the diagonal of Sigma, so C(n,j) "
    "D^(n-j) N^j = W (C(n,j) Sigma^(n-j)) W^-1 N^j. The diagonal entries C(n,j) z^(n-j), with |z| < 1 and "
    "j <= {last}, tend to 0: a polynomial in n times a geometric sequence. A finite sum of matrices that "
    "tend to 0 tends to 0.",
    "is_zero_limit": "{power} -> 0.",
    "zero_limit_with_rate": "{power} -> 0, at the rate of {rate}.",
    "zero_limit_about": "{power} -> 0, at the rate of {rate} with the spectral radius rho, about {modulus}.",
    "zero_matrix": "A = 0, so A^n = 0 for every n >= 1: the limit is reached at once.",
    "order_one": "A 1 x 1 matrix is diagonal.",
    # -- A^n -> L --
    "first_condition": "So every eigenvalue is 1 or has modulus < 1: the first condition of Proposition 2 "
    "holds.",
    "fixed_vector": "The limit cannot be 0: {fixed} for {v}, so A^n v = v for every n.",
    "row_relations": "With {row}, .. for the rows: {relations}.",
    "minor": "The minor on the rows {rows} and the columns {columns} is {minor}, not 0; so the rank is "
    "{rank}.",
    "minor_of_one": "The entry in row {rows} and column {columns} is {minor}, not 0; so the rank is {rank}.",
    "is_zero": "{relation}, so {rank}.",
    "square_is_multiple": "{relation} is a multiple of it, so its rank is {rank} as well.",
    "ranks_agree": "So {once} and {twice}: the second condition of Proposition 2 holds, and the limit "
    "exists.",
    "ranks_differ": "So {once}, but {twice}: the ranks differ, and A^n has no limit.",
    "cofactor": "Let {s}, made of the other factors of chi, each as often as it is needed for {kills}.",
    "cofactor_at_one": "As {value} is not 0, the limit is L = s(A)/s(1):",
    "complement": "It satisfies {zero}, so by induction {split} for n >= 1.",
    "complement_stable": "For {q}, {kills}. So every eigenvalue of B is a root of q: it is 0 or an "
    "eigenvalue of A other than 1, and has modulus < 1. By Proposition 1, B^n -> 0.",
    "complement_stable_itself": "For {q}, {kills}. So every eigenvalue of B is a root of q, hence an "
    "eigenvalue of A other than 1, and has modulus < 1. By Proposition 1, B^n -> 0.",
    "complement_geometric": "Here {square}, so the powers of B form a geometric sequence:",
    "limit_geometric": "{whole} -> {limit} for n >= 1: from n = 1 on, each step multiplies the error by a "
    "number of modulus {ratio}.",
    "idempotent": "Here {square}. So {power} = A for every n >= 1, by induction: the limit is L = A, "
    "reached at once.",
    "limit_reached": "{power} -> {limit}.",
    "limit_with_rate": "{power} -> {limit}, and the error tends to 0 at the rate of {rate}.",
    "limit_about": "{power} -> {limit}, and the error tends to 0 at the rate of {rate}, where rho, about "
    "{modulus}, is the largest modulus of an eigenvalue other than 1.",
    # -- unbounded --
    "eigenvector": "For {v}: {fixed}.",
    "eigenvector_powers": "By induction {power} for every n >= 0.",
    "eigenvector_grows": "Since {size}, |A^n v| = {scale} |v| tends to infinity: {power} is unbounded "
    "and has no limit.",
    "krylov": "Let {p} and {v}. Then {kills}:",
    "krylov_unchecked": "Let {p} and {v}. Then {kills}.",
    "roots_are_eigenvalues": "The polynomial is irreducible over Q and v is not 0, so every root of p is "
    "an eigenvalue of A.",
    "root_outside_grows": "With an eigenvector y of A over C for this z, A^n y = z^n y and |A^n y| = "
    "|z|^n |y| tends to infinity: {power} is unbounded and has no limit.",
    "chain": "For {w}, the vector {u} satisfies {fixed}, because {ends}.",
    "chain_powers": "So {first}, and by induction, for every n >= 0,",
    "whole_power": "In fact {whole}, because this holds for every w.",
    "chain_grows": "|{power}| grows like n, so {whole} is unbounded and has no limit.",
    "chain_of_factor": "Let {p} and {w}. Then {first}, but {second}.",
    "chain_of_power": "Since p divides x^{m} - 1, A^{m} has a chain at the eigenvalue 1: {u}, and {ends}. "
    "So, by induction, for every n >= 0,",
    "circle_chain": "All roots of {p} have modulus 1, so some root z has a chain of length 2: (A - z I)^2 "
    "y = 0 and (A - z I) y != 0 for a vector y over C that is a combination of w, A w, A^2 w, .. Then A^n "
    "y = z^n y + n z^(n-1) (A - z I) y.",
    # -- bounded, no limit --
    "alternating": "For {v}: {fixed}, so {power}. This alternates between v and -v, so A^n has no limit.",
    "cycling": "For {v} and {p}: {kills}, and p divides x^{m} - 1, so {back}. But {moved}. So v, A v, A^2 "
    "v, .. is periodic and not constant, and A^n has no limit.",
    "turning_eigenvalue": "For {v} and {p}: {kills}. As p is irreducible and v is not 0, every root z of "
    "p is an eigenvalue; |z| = 1 and z is not 1.",
    "turning": "With A y = z y for y != 0 over C, A^n y = z^n y and |z^(n+1) - z^n| = |z - 1| > 0 for "
    "every n: the sequence A^n y is not a Cauchy sequence, so A^n has no limit.",
    "turning_pair": "With A y = z y for y != 0 over C, A^n y = z^n y and |z^(n+1) - z^n| = |z - 1| for "
    "every n. Here |z - 1|^2 = (1 - z)(1 - conj z) = {square}, so each step has the same length |z - 1| = "
    "{distance}: the sequence A^n y is not a Cauchy sequence, and A^n has no limit.",
    "orthogonal": "{relation}, so |A x| = |x| for every x, and |A^n x| = |x|.",
    "semisimple_bounded": "For {u}: {kills}, and the roots of u are simple and have modulus 1, so A is "
    "diagonalizable over C: A = W Sigma W^-1 and A^n = W Sigma^n W^-1. All entries of Sigma^n have "
    "modulus at most 1.",
    "annihilator_bounded": "For {u}, whose roots are simple and have modulus 1, and {s}, whose roots all "
    "have modulus < 1: {kills}. So the blocks at modulus 1 have size 1, and A^n is bounded.",
    "periodic": "{relation}. So A^n takes at most {m} values, and repeats with period {m}.",
    "eventually_periodic": "{relation}. So from n = {start} on, A^n repeats with period {m}.",
    "roots_of_unity_period": "The eigenvalues of modulus 1 all satisfy z^{m} = 1. So A^n approaches a "
    "cycle of at most {m} matrices: for each r, A^({m}n + r) converges.",
    "not_periodic": "The primitive integer polynomial of z is {p}, with the leading coefficient {lead}, "
    "not 1. So z is no algebraic integer, hence no root of unity: z^n != 1 for every n >= 1. So A^n never "
    "comes back to an earlier value.",
    "bounded_no_limit": "{power} is bounded and has no limit.",
    # -- brief --
    "norm_of_power": "The largest row sum of moduli of {power} is smaller than 1.",
    "stable_annihilator": "For {q}, all roots of which have modulus < 1: {kills}. So every eigenvalue has "
    "modulus < 1, and {power} -> 0.",
    "dunford_claim": "A = D + N with D N = N D, N^{index} = 0 and p(D) = 0 for {p}, all roots of which "
    "have modulus < 1; D and N stand in the certificate.",
    "projector_contraction": "{fixed}. So A^n = L + B^n for n >= 1 and {defined}, and B^n -> 0 because "
    "the largest row sum of moduli of {power} is smaller than 1.",
    "projector_stable": "{fixed}. All roots of {s} have modulus < 1, and {kills}. So A^n = L + (A - L)^n "
    "for n >= 1, and (A - L)^n -> 0.",
    "not_inside_claim": "For {p} and {v}: {kills}, and p is irreducible. So every root of p is an "
    "eigenvalue, and none of them is 1; at least one has modulus >= 1, so A^n has no limit.",
    "outside_claim": "For {p} and {v}: {kills}, and no polynomial of smaller degree annihilates v. So "
    "every root of p is an eigenvalue, and one has modulus >= {ratio} > 1.",
    "trace_claim": "{relation}. So some eigenvalue has modulus > 1.",
    "chain_claim": "For {p}, all roots of which have modulus 1, and {w}: {first}, but {second}. So there "
    "is a Jordan block of size 2 or more on the unit circle.",
    "is_unbounded": "{power} is unbounded and has no limit.",
    # -- claims --
    "claim.charpoly": "the characteristic polynomial",
    "claim.annihilator": "an annihilating polynomial",
    "claim.rank": "a rank, by a minor and a kernel",
    "claim.dunford": "D + N = A, D N = N D, N nilpotent, p(D) = 0 for a squarefree p",
    "claim.jordan": "chains of vectors that are a basis of C^n and bring A to Jordan form",
    "claim.inverse": "an inverse",
    "claim.enclosure": "the characteristic polynomial, and how many of its roots lie in each of some discs",
    "claim.contraction": "the norm of a power is < 1, so A^n -> 0",
    "claim.stable_annihilator": "an annihilating polynomial with all roots inside, so A^n -> 0",
    "claim.stein_inequality": "a Stein inequality, so A^n -> 0",
    "claim.proposition_1": "A = D + N with all roots of p inside, so A^n -> 0",
    "claim.limit_projector": "L is the projector, and (A - L)^n -> 0, so A^n -> L",
    "claim.proposition_2": "both conditions of Proposition 2 and L = s(A)/s(1), so A^n -> L",
    "claim.bounded_annihilator": "u(A) s(A) = 0, roots of u simple on the circle, of s inside",
    "claim.eigenvalue_not_inside": "an eigenvalue of modulus >= 1 other than 1, so no limit",
    "claim.eigenvalue_outside": "an eigenvalue of modulus > 1, so A^n is unbounded",
    "claim.trace": "the trace of a power is too large, so A^n is unbounded",
    "claim.chain_on_the_circle": "a chain of length 2 at modulus 1, so A^n is unbounded",
    "claim.embedded_contraction": "the norm of a power is < 1 at the embedding, so A^n -> 0",
    "claim.embedded_trace": "the trace of a power is too large at the embedding, so A^n is unbounded",
    "claim.embedded_limit": "L is the projector, and (A - L)^n -> 0 at the embedding, so A^n -> L",
    "claim.periodic_part": "a projector P with A^m P = P, and (A - AP)^n -> 0, so A^n is bounded",
    "claim.periodic_chain": "a chain of length 2 for A^m at the eigenvalue 1, so A^n is unbounded",
}

LANGUAGES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH}
