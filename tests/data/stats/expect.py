#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes elementary.tsv, distributions.tsv and posterior.tsv beside this file: values worked out with mpmath at 60 digits, so that nothing of the
core decides what is expected of it. Inputs are doubles, written so that they are read back exactly; values have 25 digits."""
import random
from pathlib import Path

from mpmath import mp, mpf, betainc, erfc, erfinv, exp, expm1, gammainc, loggamma, log, log1p, quad, sqrt

mp.dps = 60
here = Path(__file__).parent
chance = random.Random(5)


def doubles(low, high, count):
    return [chance.uniform(low, high) for _ in range(count)]


def powers(low, high, count):
    return [chance.choice([-1, 1]) * 10 ** chance.uniform(low, high) for _ in range(count)]


def text(value):
    return mp.nstr(value, 25, min_fixed=0, max_fixed=0)


def write(name, heading, lines):
    out = ['\t'.join(heading)] + ['\t'.join(line) for line in lines]
    (here / name).write_text('\n'.join(out) + '\n')


def elementary():
    lines = []

    def add(name, function, arguments):
        for x in arguments:
            pair = x if isinstance(x, tuple) else (x, None)
            value = function(*[mpf(a) for a in pair if a is not None])
            lines.append([name, repr(pair[0]), '' if pair[1] is None else repr(pair[1]), text(value)])

    add('exp', exp, [0.0, 1.0, -1.0, 0.5, 700.0, -700.0, 1e-10] + doubles(-50, 50, 40))
    add('expm1', expm1, [1e-300, 1e-10, -1e-10, 0.3, -0.3, 1.0, -1.0, 30.0, -30.0] + powers(-8, 1.5, 40))
    add('log', log, [2.0, 10.0, 0.5, 1e-300, 1e300, 1.0000001, 0.9999999] + [abs(x) for x in powers(-20, 20, 40)])
    add('log1p', log1p, [1e-300, 1e-10, -1e-10, 0.5, -0.5, -0.999999, 1e10] + [max(x, -0.99) for x in powers(-8, 2, 40)])
    add('pow', lambda x, y: x ** y, [(2.0, 0.5), (10.0, -5.0), (1.0000001, 1e7), (0.5, 1000.0)] +
        [(abs(x), y) for x, y in zip(powers(-3, 3, 40), doubles(-20, 20, 40))])
    add('erfc', erfc, [0.0, 0.5, 1.0, -1.0, 5.0, 10.0, 26.0] + doubles(-3, 12, 40))
    add('lgamma', loggamma, [0.5, 1.5, 2.5, 3.0, 10.0, 100.5, 1e6, 1e15, 1e-10] + [abs(x) for x in powers(-3, 7, 40)])
    write('elementary.tsv', ['function', 'x', 'y', 'value'], lines)


def beta_share(a, b, x):
    """I_x(a, b) for exact x, by quadrature where mpmath's series would take forever."""
    if max(a, b) < 5000:
        return betainc(a, b, 0, x, regularized=True)
    top = loggamma(a + b) - loggamma(a) - loggamma(b)
    deviation = sqrt(mpf(a) * b / (mpf(a + b) ** 2 * (a + b + 1)))
    points = [max(mpf(0), x - k * deviation * 3) for k in range(12, -1, -1)]
    return quad(lambda t: exp(top + (a - 1) * log(t) + (b - 1) * log(1 - t)), points)


def chi_square_upper(x, k):
    return gammainc(mpf(k) / 2, mpf(x) / 2, mp.inf, regularized=True)


def student_two_sided(t, v):
    t, v = mpf(t), mpf(v)
    return betainc(v / 2, mpf(1) / 2, 0, v / (v + t * t), regularized=True)


def f_upper(f, d1, d2):
    f, d1, d2 = mpf(f), mpf(d1), mpf(d2)
    return betainc(d2 / 2, d1 / 2, 0, d2 / (d2 + d1 * f), regularized=True)


def distributions():
    lines = []

    def add(name, function, arguments):
        for some in arguments:
            padded = [repr(float(x)) for x in some] + [''] * (3 - len(some))
            lines.append([name, *padded, text(function(*[mpf(float(x)) for x in some]))])

    add('normal_lower', lambda z: erfc(-z / sqrt(mpf(2))) / 2, [(z,) for z in [0, 1, -1, 1.96, -5, -10, -37, 3.5] + doubles(-8, 8, 12)])
    add('normal_upper', lambda z: erfc(z / sqrt(mpf(2))) / 2, [(z,) for z in [0, 1, -1, 2.5758, 5, 15, 30]])
    add('normal_two_sided', lambda z: erfc(abs(z) / sqrt(mpf(2))), [(1.959963984540054,), (-2.5,), (8,)])
    add('normal_quantile', lambda p: -sqrt(mpf(2)) * mp.findroot(lambda y: log(erfc(y)) - log(2 * p), normal_start(p)),
        [(p,) for p in [0.5001, 0.9, 0.95, 0.975, 0.995, 0.999, 0.0005, 0.075, 0.925, 1e-5, 1e-9, 1e-12, 1e-20, 1e-100, 1e-300] + doubles(0.001, 0.999, 12)])
    cases = [(3.84, 1), (5.99, 2), (0.5, 1), (1e-8, 3), (100, 10), (30.5, 29), (900, 1000), (1100, 1000), (10200, 10000), (700, 2), (250, 7.5)]
    add('chi_square_upper', chi_square_upper, cases)
    add('student_two_sided', student_two_sided,
        [(12.7, 1), (2.0, 5), (1e-6, 3), (1.96, 1000), (2.5, 23), (40, 4), (3, 0.5), (6, 300), (-2.0, 5), (2, 10000)])
    add('f_upper', f_upper, [(3.5, 2, 10), (1.0, 5, 5), (0.1, 3, 40), (8, 1, 23), (2.2, 50, 60), (1.05, 400, 3000), (120, 4, 3)])
    beta = [(0.5, 0.5, 0.25), (2, 3, 0.5), (0.5, 10, 0.001), (50.5, 20.5, 0.8), (600.5, 150.5, 0.78), (1, 1, 0.125), (0.5, 2000.5, 0.0005)]
    add('incomplete_beta', beta_share, beta + [(600000.5, 150000.5, 0.79921875), (300000.5, 300000.5, 0.5001220703125)])
    add('incomplete_gamma', lambda a, x: gammainc(a, 0, x, regularized=True), [(0.5, 0.1), (3, 2.5), (40.5, 50), (1000, 950), (1e-3, 1e-3)])
    write('distributions.tsv', ['function', 'a', 'b', 'c', 'value'], lines)


def normal_start(p):
    """Where to start looking for a quantile: the tail's asymptote, or the middle."""
    q = min(p, 1 - p)
    y = sqrt(-log(2 * q * sqrt(mp.pi) * max(sqrt(-log(2 * q)), mpf('0.5')))) if q < 0.05 else erfinv(1 - 2 * q)
    return -y if p > 0.5 else y


def posterior_above(d, s, p, x):
    """P(NPS > x) for shares that are Dirichlet(d, s, p): over the sum of promoters and detractors, in pieces around its middle."""
    if x < 0:
        return 1 - posterior_above(p, s, d, -x)
    a = p + d
    middle = a / (a + s)
    deviation = sqrt(a * s / ((a + s) ** 2 * (a + s + 1)))
    cuts = sorted({x, mpf(1)} | {middle + k * deviation for k in (-40, -20, -12, -8, -6, -4, -2, -1, 0, 1, 2, 4, 6, 8, 12, 20, 40)})
    cuts = [c for c in cuts if x <= c <= 1]
    top = loggamma(a + s) - loggamma(a) - loggamma(s)

    def part(t):
        if t <= x or t >= 1:
            return mpf(0)
        u = (1 - x / t) / 2
        return exp(top + (a - 1) * log(t) + (s - 1) * log(1 - t)) * beta_tail(d, p, u)

    return quad(part, cuts)


def beta_tail(a, b, x):
    return betainc(a, b, 0, x, regularized=True)


def posterior():
    mp.dps = 22
    lines = []
    cases = [(0.5, 0.5, 1.5), (1.5, 2.5, 3.5), (0.5, 3.5, 27.5), (5.5, 0.5, 0.5), (20.5, 30.5, 50.5), (100.5, 0.5, 100.5), (0.5, 200.5, 0.5),
             (150.5, 250.5, 600.5), (0.5, 40.5, 160.5), (3.5, 400.5, 600.5)]
    for d, s, p in cases:
        d, s, p = mpf(d), mpf(s), mpf(p)
        mean = (p - d) / (d + s + p)
        deviation = sqrt(((p + d) / (d + s + p) - mean ** 2) / (d + s + p + 1))
        for k in (-2, -1, 0, 1.5, 2.2):
            x = float(mean + k * deviation)
            if -1 < x < 1:
                lines.append([*[repr(float(v)) for v in (d, s, p)], repr(x), text(posterior_above(d, s, p, mpf(x)))])
    write('posterior.tsv', ['detractors', 'passives', 'promoters', 'x', 'above'], lines)


elementary()
distributions()
posterior()
