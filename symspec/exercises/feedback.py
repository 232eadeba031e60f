"""Findings in words: one whole sentence or two for each code, with named fields, ready for translation.

French and Romanian stand in the catalogue "exercises" of symspec/languages, so no sentence is put together
from pieces, and the codes stay what programs rely on.
"""

from __future__ import annotations

from symspec.exercises.derivation.sentences import DERIVATION_SENTENCES
from symspec.exercises.hint_sentences import HINTS
from symspec.exercises.reading_sentences import READING
from symspec.exercises.sentences import MORE_SENTENCES
from symspec.exercises.verdict import Finding
from symspec.languages import Vocabulary, require_language

MOST_SENTENCES = 5

SENTENCES: dict[str, str] = {
    # -- eigenvalues --
    "eigenvalues.correct": "Right: every eigenvalue, each with its multiplicity.",
    "eigenvalues.correct_as_a_set": "Right as a set. With multiplicities there are {order} eigenvalues.",
    "eigenvalues.multiplicity_not_stated": (
        "These are the eigenvalues, but counted with multiplicity there are {order}: say how often "
        "each one counts."
    ),
    "eigenvalues.not_a_root": "{value} is not an eigenvalue: det({value} I - A) is not 0.",
    "eigenvalues.not_exact": (
        "{value} is close to an eigenvalue but is not one; please give exact values, with fractions "
        "and roots."
    ),
    "eigenvalues.multiplicity": (
        "{value} is an eigenvalue, but not with multiplicity {times}: how often does x - ({value}) "
        "divide det(xI - A)?"
    ),
    "eigenvalues.too_many": "{given} eigenvalues are given; counted with multiplicity there are {order}.",
    "eigenvalues.missing": (
        "Right so far: {right}. Counted with multiplicity {given} of {order} are given; all of them "
        "add up to the trace, here {trace}."
    ),
    "eigenvalues.too_few": (
        "Counted with multiplicity a {order} x {order} matrix has {order} complex eigenvalues, and "
        "they add up to the trace, here {trace}."
    ),
    "eigenvalues.sign_reversed": (
        "The signs are reversed: these are the roots of det(xI + A). Check with the trace: {trace}."
    ),
    "eigenvalues.diagonal": (
        "These are the diagonal entries; they are the eigenvalues of a triangular matrix, and A is "
        "not triangular."
    ),
    "eigenvalues.entry_sign": (
        "These are the eigenvalues of A with the sign of one entry changed: compare your first line with A."
    ),
    "eigenvalues.of_the_inverse": "These are the eigenvalues of the inverse of A.",
    "eigenvalues.of_the_square": "These are the eigenvalues of the square of A.",
    "eigenvalues.pivots": (
        "These are the pivots of elimination: row operations change the eigenvalues, only the determinant "
        "survives."
    ),
    "eigenvalues.determinant_sum": (
        "These are the roots for the determinant ad + bc; the determinant of [[a, b], [c, d]] is ad - bc."
    ),
    "eigenvalues.only_real": "A has eigenvalues that are not real; all complex ones are asked for.",
    "eigenvalues.conjugate": "A is real, so its eigenvalues come in pairs of complex conjugates.",
    "eigenvalues.singular": "One is missing: is A invertible?",
    # -- dunford --
    "dunford.correct": "Right: D + N = A, DN = ND, D is diagonalizable and N is nilpotent.",
    "dunford.unnamed": "Two matrices without names are read as D and N.",
    "dunford.size": "{name} is {size}, but A is {order} x {order}.",
    "dunford.sum": "D + N differs from A (entry {place}).",
    "dunford.not_commuting": "DN and ND differ (entry {place}), and the decomposition asks for DN = ND.",
    "dunford.not_nilpotent": "N is not nilpotent: no power of it is 0.",
    "dunford.not_diagonalizable": "D is not diagonalizable, not even over the complex numbers.",
    "dunford.not_exact": "The entries are rounded; please give exact values.",
    "dunford.irrational": (
        "{entry} is not rational. D and N are polynomials in A with rational coefficients, so their "
        "entries are rational."
    ),
    "dunford.only_D": "D is right, N is not.",
    "dunford.only_N": "N is right, D is not.",
    "dunford.missing_N": "N is not given.",
    "dunford.missing_D": "D is not given.",
    "dunford.exchanged": "The names are exchanged: D is the diagonalizable part, N the nilpotent one.",
    "dunford.trivial": "D = A would say that A is diagonalizable.",
    "dunford.diagonal": "D is the diagonal of A. A hint: which two conditions tie D and N together?",
    "dunford.of_the_jordan_form": (
        "This is the decomposition of the Jordan form of A: it remains to go back to the basis in "
        "which A is given."
    ),
    # -- limit --
    "limit.correct": "Right: it is the projector on ker(A - I) along im(A - I).",
    "limit.correct_none": "Right: A^n has no limit.",
    "limit.not_bounded": "A remark: the powers do more than oscillate, they are unbounded.",
    "limit.not_given": "Please give the limit itself, as a matrix, or say that there is none.",
    "limit.not_a_matrix": "The limit of A^n is a {order} x {order} matrix, and {value} is a number.",
    "limit.size": "The answer is {size}, but A is {order} x {order}.",
    "limit.exists": (
        "A^n does have a limit: rk(A - I) = rk((A - I)^2), and every eigenvalue other than 1 lies "
        "inside the unit circle."
    ),
    "limit.not_infinite": "A^n has no limit, but it does not grow without bound either.",
    "limit.does_not_exist": "A^n has no limit.",
    "limit.not_fixed": (
        "The limit L satisfies AL = L, because A^(n+1) has the same limit; here AL differs from L "
        "(entry {place})."
    ),
    "limit.not_fixed_right": "The limit L satisfies LA = L; here LA differs from L (entry {place}).",
    "limit.not_idempotent": (
        "The limit L satisfies L^2 = L, because A^(2n) has the same limit; here L^2 differs from L "
        "(entry {place})."
    ),
    "limit.rank": "The rank of the limit is the dimension of ker(A - I), and this matrix has rank {rank}.",
    "limit.not_exact": "This is close to the limit but rounded; please give exact values.",
    "limit.irrational": "{entry} is not rational, but the limit of powers of a rational matrix is rational.",
    "limit.average_of_powers": "This is the average of the powers, not their limit.",
    "limit.one_of_the_powers": "This is one of the powers of A; what do the next ones look like?",
    "limit.eigenvalue_outside": "Some eigenvalue lies outside the unit circle.",
    "limit.block_on_circle": (
        "No eigenvalue lies outside the unit circle, but one on it has a Jordan block of size 2 or "
        "more: the powers grow."
    ),
    "limit.eigenvalue_on_circle": (
        "There is an eigenvalue on the unit circle other than 1: the powers keep moving."
    ),
    "limit.zero": "The limit is not 0: apply A^n to an eigenvector for the eigenvalue 1.",
    "limit.transposed": "This is the limit of the powers of the transpose: rows and columns are exchanged.",
    "limit.finite_power": "This is a power of A itself, and the next power differs from it.",
    "limit.multiple": "This is a multiple of the limit: L^2 = L fixes the factor.",
    "limit.entrywise": "The entries were raised to the n-th power one by one; A^n is a matrix product.",
    "limit.large_entries": "Entries larger than 1 do not decide; the eigenvalues do.",
    "limit.rho_one": (
        "Spectral radius 1 alone does not decide: which eigenvalues lie on the circle, and with which "
        "Jordan blocks?"
    ),
    # -- convergence --
    "convergence.correct": "The verdict is right.",
    "convergence.incomplete": "True, but more can be said: A^n has a limit.",
    "convergence.incomplete_bounded": "True, and not yet all: does A^n have a limit?",
    "convergence.say_no_limit": "A remark: the full verdict says that there is no limit, too.",
    "convergence.not_to_zero": "A^n does have a limit, but not this one: is 1 an eigenvalue?",
    "convergence.to_zero": (
        "A^n does have a limit, but look at the spectral radius: can the limit be other than 0?"
    ),
    "convergence.no_limit": "A^n has no limit.",
    "convergence.has_limit": "A^n does have a limit.",
    "convergence.not_bounded": "A^n is not bounded.",
    "convergence.not_unbounded": "A^n is bounded.",
    "convergence.limit_wrong": (
        "A remark: the verdict is judged, but the limit given with it is not the limit."
    ),
    "convergence.reason_entries": (
        "A remark on the reason: the size of the entries does not decide; the eigenvalues do."
    ),
    "convergence.reason_spectral_radius": (
        'A remark on the reason: "{said}" is not true of the spectral radius of A.'
    ),
    "convergence.reason_moduli": 'A remark on the reason: "{said}" is not true of the eigenvalues of A.',
    "convergence.reason_eigenvalues": "A remark on the reason: {value} is not an eigenvalue of A.",
    "convergence.reason_all_eigenvalues": "A remark on the reason: {value} is not the only eigenvalue of A.",
    "convergence.large_entries": "Entries larger than 1 do not decide; the eigenvalues do.",
    "convergence.small_entries": (
        "All entries have absolute value below 1, but this does not decide; the eigenvalues do."
    ),
    "convergence.rho_one": (
        "Spectral radius 1 alone does not decide: which eigenvalues lie on the circle, and with which "
        "Jordan blocks?"
    ),
    "convergence.eigenvalue_outside": "Some eigenvalue lies outside the unit circle.",
    "convergence.block_on_circle": (
        "The moduli of the eigenvalues are not enough. Proposition 2 has a second condition: compare "
        "the ranks of A - zI and (A - zI)^2 for the eigenvalues z on the unit circle."
    ),
    "convergence.eigenvalue_on_circle": "There is an eigenvalue on the unit circle other than 1.",
    **MORE_SENTENCES,
    **DERIVATION_SENTENCES,
    **HINTS,
    **READING,
    # -- any task --
    "answer.none": "No answer is given; this costs nothing. Ask for a hint.",
    "answer.unknown_word": (
        '"{word}" at character {place} is not understood. Leave it out, or give reasons after "because".'
    ),
    "answer.unknown_word_like": '"{word}" at character {place} is not understood. Is "{other}" meant?',
    "answer.left_over": (
        "{what} at character {place} has no part in the answer. Write only what is asked for, and reasons "
        'after "because".'
    ),
    "answer.alternatives": (
        'Two different answers are joined by "or" (character {place}). Decide, and write one of them.'
    ),
    "answer.decimal_comma": (
        "The comma at character {place} can be read in two ways: as {decimal}, or as the numbers {apart}. "
        "Write a decimal with a point, and put a space after a comma that separates."
    ),
    "answer.sides_differ": "A false equation stands beside the answer: {what}.",
    "answer.not_judged": "A remark: {what} was read but is not part of what is judged.",
    "answer.reason_missing": "The verdict is right, but a reason is asked for.",
    "answer.reason_false": "The verdict is right, but the reason given is not true.",
    "answer.within_tolerance": "Right within the tolerance {tolerance}.",
    "answer.rounded": "Right but for rounding; exact values are asked for.",
    "eigenvalues.denied": 'Write only the eigenvalues; "{word}" at character {place} is not understood.',
    "answer.unreadable": "{message}",
    "answer.undecided": "Not decided: {message} This does not count as wrong.",
    "answer.limits": "Judging this answer was ended at a limit ({limit}). This does not count as wrong.",
}


def sentence(finding: Finding, lang: str) -> str:
    """The finding in words.

    >>> from symspec.exercises.verdict import found
    >>> sentence(found("eigenvalues.sign_reversed", ("trace", 5)), "en")
    'The signs are reversed: these are the roots of det(xI + A). Check with the trace: 5.'
    """
    require_language(lang)
    counts = {name: int(value) for name, value in finding.fields if value.isdecimal()}
    template = Vocabulary("exercises", SENTENCES, lang).template(finding.code, counts)
    return template.format_map(dict(finding.fields))


def text(findings: tuple[Finding, ...], lang: str) -> str:
    """The findings in words, the most important first; the same sentence once."""
    return " ".join(dict.fromkeys(sentence(f, lang) for f in findings[:MOST_SENTENCES]))
