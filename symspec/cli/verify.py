"""symspec verify: the trusted core alone, so that it starts as fast as Python does."""

from __future__ import annotations

import sys

from symspec.cli import BAD_INPUT, OK, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from symspec.checker import Verified


def verify_command(arguments: Sequence[str]) -> int:
    """symspec verify FILE [--json]: the checker's answer; FILE "-" is standard input."""
    from symspec.checker import verify
    from symspec.cli.streams import standard_bytes
    from symspec.errors import CertificateRejected, InputError

    files = [x for x in arguments if x != "--json"]
    if len(files) != 1 or files[0].startswith("--"):
        print(
            "symspec: verify takes one file with a certificate: symspec verify FILE [--json]", file=sys.stderr
        )
        return BAD_INPUT
    try:
        text = standard_bytes() if files[0] == "-" else _content(files[0])
    except InputError as error:
        print(f"symspec: {error}", file=sys.stderr)
        return BAD_INPUT
    except OSError as error:
        print(f'symspec: cannot read "{files[0]}": {error.strerror}.', file=sys.stderr)
        return BAD_INPUT
    try:
        verified = verify(text)
    except CertificateRejected as rejection:
        print(_rejection_json(rejection) if "--json" in arguments else f"rejected: {rejection}")
        return REJECTED
    print(_verified_json(verified) if "--json" in arguments else _verified_text(verified))
    return OK


def _content(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()


_CONCLUSIONS = {
    "tends_to_zero": "A^n -> 0",
    "converges": "A^n converges to a limit other than 0",
    "bounded_divergent": "A^n is bounded and has no limit",
    "unbounded": "A^n is unbounded",
}


def _verified_text(verified: Verified) -> str:
    names = ", ".join(_claim_names(verified)).replace("_", " ")
    n = _order(verified)
    conclusion = (
        "no conclusion about A^n" if verified.behavior is None else _CONCLUSIONS[verified.behavior.value]
    )
    return f"accepted: {conclusion}, for the {n} x {n} matrix in the file, by {names}"


def _order(verified: Verified) -> int:
    matrix = verified.matrix
    return len(matrix.numerator if hasattr(matrix, "numerator") else matrix.parts[0])


def _claim_names(verified: Verified) -> list[str]:
    from symspec.certificate import CLAIM_NAMES

    return [CLAIM_NAMES[type(claim)] for claim in verified.claims]


def _verified_json(verified: Verified) -> str:
    import json

    behavior = None if verified.behavior is None else verified.behavior.value
    return json.dumps({"accepted": True, "behavior": behavior, "claims": _claim_names(verified)})


def _rejection_json(rejection: Exception) -> str:
    import json

    fields = {name: getattr(rejection, name) for name in ("rule", "equation", "expected", "got")}
    return json.dumps({"accepted": False, **fields})
