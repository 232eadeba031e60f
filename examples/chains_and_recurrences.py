"""Structure with reasons, Markov chains that are reducible or periodic, recurrences, walks, populations."""

from __future__ import annotations

import symspec as ss


def structure() -> None:
    s = ss.analyze("[[0, 1, 0], [0, 0, 2], [3, 0, 0]]").structure
    for found in (s.monomial, s.irreducible, s.primitive, s.stochastic, s.normal):
        print(found)
    print(
        "Perron root:", s.perron.value, " bounds without it:", s.radius_bounds().low, s.radius_bounds().high
    )
    w = ss.analyze("[[1/2, 3], [0, 1/3]]").structure.contraction_weights
    print("A w < w for w =", w, "so A^n -> 0")


def chains() -> None:
    chain = ss.analyze(
        "[[1/2, 1/2, 0, 0], [1/2, 1/2, 0, 0], [0, 0, 0, 1], [1/4, 0, 1/2, 1/4]]"
    ).structure.markov
    print(chain)
    print("ends in {1, 2} with the limit", chain.limiting_distribution_from(2))
    print("expected steps until then:", *chain.expected_steps)
    swap = ss.analyze("[[0, 1], [1, 0]]").structure.markov
    print("stationary:", swap.stationary_distribution)
    try:
        print(swap.limiting_distribution)
    except ss.UndefinedError as error:
        print(error)


def recurrences() -> None:
    f = ss.recurrence("F(n+2) = F(n+1) + F(n)", start=[0, 1])
    print(f, "|", f.closed_form)
    print("F(100) =", f.at(100), " quotients tend to", f.ratio_limit)
    hidden = ss.recurrence([3, -2], start=[1, 1])
    print(
        hidden,
        "|",
        hidden.behavior.value,
        "from this start,",
        hidden.all_starts.behavior.value,
        "from others",
    )


def walks() -> None:
    g = ss.walks(edges=["ab", "bc", "ca", "ac"])
    print("closed walks of length 30:", g.closed(30), " from a to c:", g.count(30, "a", "c"))
    print("growth:", g.perron.value, "|", g.between("a", "a").generating_function)


def populations() -> None:
    beetles = ss.leslie([0, 0, 6], ["1/2", "1/3"])
    print("R_0 =", beetles.net_reproduction_rate, " lambda =", beetles.growth_rate, beetles.fate)
    print("ages in turn:", *beetles.limit_cycle([6, 3, 0]))
    print("ages that stay:", beetles.stable_distribution)


if __name__ == "__main__":
    structure()
    chains()
    recurrences()
    walks()
    populations()
