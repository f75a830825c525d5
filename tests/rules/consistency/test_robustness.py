"""Checks never fail on what people write, and do not depend on the order of facts."""

from __future__ import annotations

import copy
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua_cli.plan.loading import Loaded, load_plan
from thidua_cli.source.nodes import as_data
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
CAMPAIGNS = sorted(path.parent.name for path in (ROOT / "plans").glob("*/plan.yaml"))
SHARED = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
PIECES = """{ | } | {dot-1} | {dot-1.to} | {x.y.z} | 90% | 90% đạt danh hiệu Lao động tiên tiến | Đợt I | I1
từ 01/01/2022 đến 30/6/2022 | 31/02/2022 | khoản 99 Mục IV | 34-CT/TW | 41/CT-TU | 19/-CT/TU | năm | quý
tháng 6 | ngày ký | 2022 | 29/02/2000 | 57,500 | từ 20 đến 15% | UBND tỉnh Gia Lai | \u0301"""
WORDS = st.sampled_from([piece.strip() for line in PIECES.splitlines() for piece in line.split(" | ")])
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, min_size=1, max_size=4).map(" ".join))
ORDERED = ("document", "opening", "outline", "closing")


def _load(data: Any) -> Loaded | None:
    # JSON is YAML, and quick to write.
    loaded, _ = load_plan(SourceText("plan.yaml", json.dumps(data, ensure_ascii=False)))
    return loaded


def _campaign(name: str) -> Any:
    root, _ = read_yaml(SourceText(name, (ROOT / "plans" / name / "plan.yaml").read_text(encoding="utf-8")))
    assert root is not None
    return as_data(root)


def _leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _leaves(value, (*path, key))
    elif path[-1] not in ("thidua", "capacity", "level"):
        yield path


@SHARED
@given(data=st.data())
def test_no_text_makes_a_check_fail(data, base, find):
    changed = copy.deepcopy(base)
    for path in data.draw(st.lists(st.sampled_from(list(_leaves(base))), min_size=1, max_size=6)):
        place = changed
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = data.draw(TEXTS)
    loaded = _load(changed)
    if loaded is not None:
        find(loaded)


@SHARED
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_prose_of_any_kind_is_checked(texts, base, find):
    changed = copy.deepcopy(base)
    changed["outline"] += [{"heading": text, "text": text, "items": [text]} for text in texts if text.strip()]
    loaded = _load(changed)
    if loaded is not None:
        for finding in find(loaded):
            assert (finding.span.line, finding.span.column) <= (
                finding.span.end_line,
                finding.span.end_column,
            )


@pytest.mark.parametrize("campaign", CAMPAIGNS)
@settings(deadline=None, max_examples=8)
@given(random=st.randoms(use_true_random=False))
def test_order_of_facts_does_not_matter(campaign, random, find):
    data = _campaign(campaign)
    straight = _load(data)
    shuffled = copy.deepcopy(data)
    for section, facts in shuffled.items():
        if isinstance(facts, list) and section not in ORDERED:
            random.shuffle(facts)
    mixed = _load(dict(random.sample(list(shuffled.items()), len(shuffled))))
    assert straight is not None
    assert mixed is not None
    assert _told(find(mixed)) == _told(find(straight))


def _told(findings: Any) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.variant) for one in findings)
