"""Questions in TOML files: every key is tested, and what is wrong is named with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import Any

from symspec.errors import InputError
from symspec.exercises.generate.registry import newest
from symspec.exercises.policy import STRICT, Policy
from symspec.exercises.questions.record import Generator, Part, Question
from symspec.exercises.tasks import TASKS
from symspec.languages import LANGUAGES

LARGEST_FILE = 1_000_000  # bytes
QUESTION = ("name", "title", "text", "lang", "matrix", "generator", "parts")
PART = ("name", "task", "weight", "text", "about", "policy")
POLICY = ("comma", "inexact", "tolerance", "reason", "power_from")


def question_file(source: str | Path) -> Question:
    """The question in a TOML file, or one that is shipped with symspec.

    Raises:
        InputError: there is no such file, or it is no question; the sentence says where it goes wrong.

    >>> question_file("gershgorin-half").parts[0].task
    'true_false'
    """
    return question(question_text(source))


def question_text(source: str | Path) -> str:
    """The text of a question file, or of one that is shipped.

    Raises:
        InputError: there is no such file, or it is no text.
    """
    name = str(source)
    if name in shipped():
        return _shipped(name)
    try:
        with open(name, "rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
        text = data.decode("utf-8")
    except OSError as error:
        raise InputError(
            f'cannot read "{name}": {error.strerror}. Shipped questions are: {", ".join(shipped())}.'
        ) from None
    except UnicodeDecodeError:
        raise InputError(f'"{name}" is not text in UTF-8.') from None
    if len(data) > LARGEST_FILE:
        raise InputError(f'"{name}" has more than {LARGEST_FILE:,} bytes.')
    return text


def shipped() -> tuple[str, ...]:
    """The names of the questions that come with symspec."""
    folder = resources.files("symspec.exercises.questions") / "shipped"
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


def _shipped(name: str) -> str:
    folder = resources.files("symspec.exercises.questions") / "shipped"
    return (folder / f"{name}.toml").read_text("utf-8")


def question(text: str) -> Question:
    """The question that the TOML text describes.

    >>> q = question('name = "q"\\nmatrix = "2 1; 1 2"\\n[[parts]]\\ntask = "eigenvalues"')
    >>> str(q.instance().marking({"eigenvalues": "1, 3"}).points)
    '1'
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise InputError(f"the question is no TOML: {error}.") from None
    _known(data, QUESTION, "a question")
    parts = data.get("parts")
    if not isinstance(parts, list) or not parts:
        raise InputError("a question has at least one [[parts]] with a task.")
    read = tuple(_part(p, i) for i, p in enumerate(parts, 1))
    names = [p.name for p in read]
    for name in names:
        if names.count(name) > 1:
            raise InputError(f'two parts are called "{name}"; give them different names.')
    lang = data.get("lang", "en")
    _one_of(lang, LANGUAGES, 'the question\'s "lang"')
    found = Question(
        _text(data, "name", "the question"),
        _source(data),
        read,
        _texts(data, "title"),
        _texts(data, "text"),
        lang,
    )
    _tried(found)
    return found


def _tried(q: Question) -> None:
    """One instance: a wrong matrix, option or statement must not wait for the first answer."""
    instance = q.instance(0)
    for part in q.parts:
        TASKS[part.task].about(instance.analysis, part.about)


def _source(data: Mapping[str, Any]) -> str | Generator:
    if ("matrix" in data) == ("generator" in data):
        raise InputError('a question has either "matrix" or [generator].')
    if "matrix" in data:
        return _text(data, "matrix", "the question")
    options = data["generator"]
    if not isinstance(options, Mapping):
        raise InputError('[generator] is a table with a "name" and options.')
    name = _text(options, "name", "[generator]")
    version = options.get("version", newest(name))
    if type(version) is not int:
        raise InputError('the "version" of a generator is a whole number.')
    return Generator(name, version, tuple((k, v) for k, v in options.items() if k not in ("name", "version")))


def _part(data: Any, number: int) -> Part:
    where = f"part {number}"
    if not isinstance(data, Mapping):
        raise InputError(f"{where} is a table: [[parts]].")
    _known(data, PART, where)
    task = _text(data, "task", where)
    _one_of(task, tuple(TASKS), f'the "task" of {where}')
    about = data.get("about")
    if about is not None and not isinstance(about, str):
        raise InputError(f'"about" of {where} is a text.')
    return Part(
        _text({"name": task} | dict(data), "name", where),
        task,
        _fraction(data.get("weight", 1), f'"weight" of {where}'),
        _texts(data, "text"),
        about,
        _policy(data.get("policy"), where),
    )


def _policy(data: Any, where: str) -> Policy:
    if data is None:
        return STRICT
    if not isinstance(data, Mapping):
        raise InputError(f"the policy of {where} is a table.")
    _known(data, POLICY, f"the policy of {where}")
    numbers = {k: _fraction(data[k], f'"{k}" of {where}') for k in ("inexact", "tolerance") if k in data}
    chosen = {**data, **numbers}
    return Policy(
        comma=chosen.get("comma", STRICT.comma),
        inexact=chosen.get("inexact", STRICT.inexact),
        tolerance=chosen.get("tolerance", STRICT.tolerance),
        reason=chosen.get("reason", STRICT.reason),
        power_from=chosen.get("power_from", STRICT.power_from),
    )


def _fraction(value: Any, what: str) -> Fraction:
    try:
        if type(value) is int or (isinstance(value, str) and len(value) < 50):
            if (found := Fraction(value)) >= 0:
                return found
    except (ValueError, ZeroDivisionError):
        pass
    raise InputError(f'{what} is a whole number or a text such as "1/2" or "0.001", not negative.')


def _texts(data: Mapping[str, Any], key: str) -> dict[str, str]:
    """A text stands for all languages; a table has one for each."""
    value = data.get(key, {})
    if isinstance(value, str):
        return dict.fromkeys(LANGUAGES, value)
    if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
        raise InputError(f'"{key}" is a text, or a table of texts by language.')
    for lang in value:
        _one_of(lang, LANGUAGES, f'a language of "{key}"')
    return dict(value)


def _text(data: Mapping[str, Any], key: str, where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f'{where} needs a "{key}": a text.')
    return value


def _known(data: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    for key in data:
        if key not in keys:
            raise InputError(f'{where} has no "{key}"; it has: {", ".join(keys)}.')


def _one_of(value: Any, allowed: tuple[str, ...], what: str) -> None:
    if value not in allowed:
        raise InputError(f'{what} is "{value}"; it is one of: {", ".join(allowed)}.')
