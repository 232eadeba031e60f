"""The sentences of hints, three steps for each task."""

from __future__ import annotations

HINTS: dict[str, str] = {
    "hint.eigenvalues.1": "The eigenvalues are the roots of det(xI - A).",
    "hint.eigenvalues.2": (
        "Counted with multiplicity there are {order} of them; their sum is the trace, here {trace}."
    ),
    "hint.eigenvalues.3": (
        "Their product is the determinant, here {det}. Look for two things at once: sum and product."
    ),
    "hint.charpoly.1": "Write down xI - A first: the minus sign goes to every entry of A.",
    "hint.charpoly.2": "The degree is {order}, and the coefficient after the leading one is minus the trace.",
    "hint.charpoly.3": "Set x = 0 to check: the constant term is (-1)^n det(A), and det(A) is {det}.",
    "hint.minpoly.1": "It divides the characteristic polynomial and has the same roots.",
    "hint.minpoly.2": "Start with every root once, and insert A.",
    "hint.minpoly.3": (
        "Where the product is not 0, raise the exponent of a root z as long as the rank of (A - zI)^k falls."
    ),
    "hint.eigenvectors.1": "An eigenvector for z is a non-zero solution of (A - zI)v = 0.",
    "hint.eigenvectors.2": "Reduce A - zI by row operations; there is at least one free variable.",
    "hint.eigenvectors.3": (
        "Set one free variable to 1 and the others to 0, each in turn: this gives a basis."
    ),
    "hint.eigenvector.1": "An eigenvector for z is a non-zero solution of (A - zI)v = 0.",
    "hint.eigenvector.2": "Reduce A - zI by row operations; there is at least one free variable.",
    "hint.eigenvector.3": "Set a free variable to 1, and check by multiplying: Av = zv.",
    "hint.eigenspace.1": "The eigenspace of z is the kernel of A - zI.",
    "hint.eigenspace.2": "Its dimension is {order} minus the rank of A - zI.",
    "hint.eigenspace.3": "Set one free variable to 1 and the others to 0, each in turn, and take the span.",
    "hint.diagonalization.1": (
        "The columns of P are eigenvectors, and D holds their eigenvalues in that order."
    ),
    "hint.diagonalization.2": (
        "Count the independent eigenvectors: A is diagonalizable if and only if there are {order}."
    ),
    "hint.diagonalization.3": "Check by AP = PD, column by column; no inverse is needed for that.",
    "hint.orthogonal_diagonalization.1": "A real matrix has an orthogonal P if and only if it is symmetric.",
    "hint.orthogonal_diagonalization.2": (
        "Eigenvectors for different eigenvalues are orthogonal; inside one eigenspace use Gram-Schmidt."
    ),
    "hint.orthogonal_diagonalization.3": "Divide each column by its length, and check that P^T P = I.",
    "hint.jordan_form.1": "For each eigenvalue z count the blocks: {order} minus the rank of A - zI.",
    "hint.jordan_form.2": (
        "The number of blocks of size k or more is the rank of (A - zI)^(k-1) minus the rank of (A - zI)^k."
    ),
    "hint.jordan_form.3": (
        "For P start at the top of a chain: v in the kernel of (A - zI)^k, then (A - zI)v and so on down "
        "to an eigenvector, which stands first."
    ),
    "hint.dunford.1": "D and N are polynomials in A: they commute with A and with each other.",
    "hint.dunford.2": "D has the eigenvalues of A on each generalized eigenspace; D need not be diagonal.",
    "hint.dunford.3": "If z is the only eigenvalue, D = zI. Otherwise D is a sum of z times its projector.",
    "hint.ranks.1": "Write down A - I, and reduce it by row operations.",
    "hint.ranks.2": "Square A - I, and reduce the square.",
    "hint.ranks.3": "The second rank is at most the first; compare the two.",
    "hint.spectral_radius.1": "It is the largest modulus of an eigenvalue, complex ones included.",
    "hint.spectral_radius.2": "The eigenvalues add up to {trace}, and their product is {det}.",
    "hint.spectral_radius.3": (
        "The modulus of a + bi is the root of a^2 + b^2; of a negative number it is -a."
    ),
    "hint.growth.1": "The rate is the spectral radius.",
    "hint.growth.2": "Look at the Jordan blocks of the eigenvalues of largest modulus.",
    "hint.growth.3": "If the largest of these blocks has size m, the factor beside the rate is n^(m-1).",
    "hint.limit.1": "First decide whether there is a limit: look at the eigenvalues of modulus 1 or more.",
    "hint.limit.2": "With 1 as the only eigenvalue on the circle, compare the ranks of A - I and (A - I)^2.",
    "hint.limit.3": (
        "The limit L satisfies L^2 = L and AL = LA = L: its image is ker(A - I), its kernel is im(A - I)."
    ),
    "hint.convergence.1": "Compute the eigenvalues and their moduli.",
    "hint.convergence.2": "All inside the unit circle: what follows? One outside: what follows?",
    "hint.convergence.3": "For each eigenvalue z on the circle compare the ranks of A - zI and (A - zI)^2.",
    "hint.gershgorin.1": "There is one disc for each diagonal entry, with that entry as its centre.",
    "hint.gershgorin.2": "The radius is the sum of the absolute values of the other entries of the row.",
    "hint.gershgorin.3": "The diagonal entry does not count in the radius, and minus signs are dropped.",
    "hint.power.1": "Diagonalize A, or write A = D + N with DN = ND.",
    "hint.power.2": "A^n = P D^n P^-1; with a nilpotent part use the binomial formula.",
    "hint.power.3": "Test your formula at n = 1, where it must give A, and at n = 0, where it must give I.",
    "hint.similarity.1": "Compare what similar matrices share: trace, determinant, rank, eigenvalues.",
    "hint.similarity.2": "If all agree, compare the ranks of (A - zI)^k and (B - zI)^k.",
    "hint.similarity.3": "Bring A and B to the same form, A = SJS^-1 and B = TJT^-1, and put P = ST^-1.",
    "hint.true_false.1": "Which property of the eigenvalues or of the ranks decides this?",
    "hint.true_false.2": "The trace is {trace}, the determinant {det}.",
    "hint.true_false.3": "Try to find a counterexample to the reason you have in mind.",
}
