"""Tensors and frames, by stand-ins that offer what the libraries' own objects offer."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from symspec import matrix
from symspec.errors import InputError, NotExactError

SEED = [[0.9, 0.1], [0.2, 0.8]]
EXACT = [[Fraction(9, 10), Fraction(1, 10)], [Fraction(1, 5), Fraction(4, 5)]]


class Tensor:
    """What torch.Tensor and jax.Array offer: tolist gives doubles, dtype names the precision."""

    def __init__(self, values: Any, dtype: str, *, sparse: bool = False) -> None:
        self.values = values
        self.dtype = dtype
        self.shape = np.asarray(values).shape
        self.is_sparse = sparse

    def tolist(self) -> Any:
        if self.is_sparse:
            raise NotImplementedError
        return self.values

    def to_dense(self) -> Tensor:
        return Tensor(self.values, self.dtype)


def in_precision(kind: Any) -> Any:
    return np.array(SEED, dtype=kind).astype(float).tolist()


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        (SEED, "torch.float64"),
        (in_precision(np.float32), "torch.float32"),
        (in_precision(np.float32), "float32"),
        (in_precision(np.float16), "torch.float16"),
        ([[0.8984375, 0.10009765625], [0.2001953125, 0.80078125]], "torch.bfloat16"),
        (np.array(SEED, dtype=np.complex64).tolist(), "torch.complex64"),
    ],
)
def test_a_tensor_is_read_in_its_own_precision(values: Any, dtype: str) -> None:
    found = matrix(Tensor(values, dtype))
    assert found.tolist() == EXACT
    assert found.reading.source == "tensor"
    assert found.reading.floats == "decimal"
    binary = matrix(Tensor(values, dtype), floats="binary")
    assert binary.tolist() == [[Fraction(x.real) for x in row] for row in values]


def test_integers_sparse_tensors_and_complex_entries() -> None:
    assert matrix(Tensor([[1, 2], [3, 4]], "torch.int64")) == matrix("[[1, 2], [3, 4]]")
    assert matrix(Tensor(SEED, "torch.float64", sparse=True)).tolist() == EXACT
    assert matrix(Tensor([[1 + 0.5j]], "torch.complex128")) == matrix("[[1 + i/2]]")


@pytest.mark.parametrize(
    ("tensor", "kind", "words"),
    [
        (Tensor([1.0, 2.0], "torch.float32"), InputError, "this tensor has 1"),
        (Tensor([[1.0]], "torch.float8_e4m3fn"), InputError, "type float8_e4m3fn is not read"),
        (Tensor([[True]], "torch.bool"), InputError, "truth value"),
        (Tensor([[float("nan")]], "torch.float32"), NotExactError, "nan in row 1, column 1"),
        (Tensor([[float("inf")]], "torch.bfloat16"), NotExactError, "inf in row 1, column 1"),
    ],
)
def test_refused(tensor: Tensor, kind: type[InputError], words: str) -> None:
    with pytest.raises(kind) as caught:
        matrix(tensor)
    assert words in str(caught.value)


class Column:
    def __init__(self, values: Any) -> None:
        self.values = values

    def to_numpy(self) -> Any:
        return self.values


class Frame:
    """What pandas.DataFrame offers: columns of their own types, which to_numpy makes into one type."""

    def __init__(self, *columns: Any) -> None:
        self.columns = columns
        self.shape = (len(columns[0]), len(columns))

    @property
    def iloc(self) -> Any:
        frame = self

        class At:
            def __getitem__(self, key: tuple[slice, int]) -> Column:
                return Column(frame.columns[key[1]])

        return At()

    def to_numpy(self) -> Any:
        return np.stack([np.asarray(c, dtype=float) for c in self.columns], axis=1)


def test_each_column_of_a_frame_keeps_its_precision() -> None:
    frame = Frame(np.array([0.9, 0.2], dtype=np.float32), np.array([0.1, 0.8]))
    assert matrix(frame).tolist() == EXACT
    assert matrix(frame).reading.source == "frame"
    mixed = Frame(np.array([1, 2]), np.array(["1/3", Fraction(1, 2)], dtype=object))
    assert matrix(mixed).tolist() == [[1, Fraction(1, 3)], [2, Fraction(1, 2)]]


def test_a_missing_value_of_a_frame() -> None:
    with pytest.raises(NotExactError, match="nan in row 2, column 1"):
        matrix(Frame(np.array([0.5, np.nan]), np.array([1, 2])))


@pytest.mark.parametrize(
    "huge",
    [
        np.broadcast_to(np.zeros(()), (40_000, 40_000)),
        Frame(*[np.broadcast_to(np.zeros(()), (2000,))] * 2000),
    ],
    ids=["array", "frame"],
)
def test_what_takes_no_memory_yet_is_measured_first(huge: Any) -> None:
    with pytest.raises(InputError, match="at most 1,000,000 are read"):
        matrix(huge)


def test_a_sparse_matrix_is_measured_before_it_is_filled() -> None:
    class Sparse:
        def __init__(self, n: int) -> None:
            self.shape = (n, n)

        def toarray(self) -> Any:
            assert self.shape[0] < 10
            return np.eye(self.shape[0])

    assert matrix(Sparse(2)) == matrix("[[1, 0], [0, 1]]")
    with pytest.raises(InputError, match="1,000,000 x 1,000,000 entries"):
        matrix(Sparse(10**6))
