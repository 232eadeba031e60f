"""Where the eigenvalues are."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Template

SPECTRUM: Mapping[str, Template] = {
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
    "stands (a_d p - a_0 p*)/{x} up to a factor, where p* is p with its coefficients in reverse order; and "
    "in every row the last coefficient is smaller in modulus than the first.",
    "inside_by_claim": "All roots of {p} have modulus < 1 (the largest modulus is about {modulus}). This "
    "is exact: the Schur-Cohn table, too long to be printed, was verified with the certificate.",
    "pair_on_circle": "The quadratic {p} has the discriminant {discriminant} < 0, so its roots are two "
    "conjugate numbers, z = {roots}, and |z|^2 is their product: |z|^2 = {product}. So |z| = 1 exactly, "
    "and z is neither 1 nor -1.",
    "pair_inside_again": "As the roots z of {p} are conjugate, |z|^2 is their product: |z|^2 = {product} "
    "< 1.",
    "pair_on_circle_again": "As the roots z of {p} are conjugate, |z|^2 is their product: |z|^2 = {product}. "
    "So |z| = 1 exactly, and z is neither 1 nor -1.",
    "roots_of_unity": "The polynomial {p} divides {x}^{m} - 1, so each of its roots is a root of unity: "
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
}
