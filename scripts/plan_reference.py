"""The reference of the plan language, in Vietnamese, made from the JSON Schemas so that it cannot drift."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OPENING = {
    "plan": """# Ngôn ngữ kế hoạch: mọi khóa của plan.yaml

Trang này lập tự động từ lược đồ (`make data`). Khóa có dấu (*) là bắt buộc.
Ví dụ đầy đủ: `plans/*/plan.yaml`; mỗi loại văn bản một ví dụ: [Các loại văn bản](van-ban.md).

- Mỗi dữ kiện có `id`; lời văn nhắc tới bằng `{id}` (câu đầy đủ ở lần đầu, rút gọn ở các lần sau),
  `{id.thuộc-tính}` (chẳng hạn `{dot-1.to}`), `{theme}`, `{slogan}`, `{period}`. Của một bảng: `{id.count}` là
  số dòng, `{id.total}` là tổng. Câu bắt đầu bằng `{` phải đặt trong ngoặc kép.
- Giá trị viết như trong văn bản: `90%`, `từ 15 đến 20%`, `19.663 tỷ đồng`, `09/3/2022`, `tháng 6/2022`,
  `đầu năm`, `hết năm`, `ngày 25 tháng cuối quý`. Dấu phẩy là dấu thập phân; dấu chấm trước đúng ba chữ số là
  ngăn hàng nghìn.
- `before:` là trước ngày (không kể ngày đó), `by:` là chậm nhất ngày (kể cả ngày đó).
""",
    "criteria": """# Bảng tiêu chí: mọi khóa của criteria.yaml

Trang này lập tự động từ lược đồ (`make data`). Khóa có dấu (*) là bắt buộc.
Ví dụ đầy đủ: `plans/*/criteria.yaml`.

- Mỗi tiêu chí có một cách chấm (`kind`) và một cột trong bảng số liệu; cột mang mã, tên, hoặc một tên ghi ở
  `aliases`. Một số cách chấm cần thêm một cột: `target_column`, `due_column`, `by_column`, `exempt_column`.
- Điểm và số liệu viết như trong văn bản: dấu phẩy là dấu thập phân; phần trăm của điểm tối đa ghi có dấu `%`.
- Mỗi đầu của một khoảng ghi rõ có tính mốc hay không: `from`, `to` tính cả mốc; `above`, `below` không tính.
- Ô ghi "không giao", "không phát sinh" thì tiêu chí ra ngoài mẫu số của đơn vị đó; ô trống không bao giờ tự
  coi là 0. Điểm quy đổi = điểm đạt × điểm tối đa của bảng : điểm tối đa của phần được giao (13 trên 15 thành
  86,67 trên 100); nhóm có mức trần thì điểm tối đa của nhóm là mức trần đó. Quy đổi trước, giữ mức trần, mức
  sàn của nhóm sau.
- Số có đúng ba chữ số sau dấu phẩy hoặc dấu chấm (49,999) có hai cách đọc nên không đoán: thập phân thì viết
  thêm một số 0 (49,9990), hàng nghìn thì viết liền (49999).
- Không xếp loại (`effect: ungraded`, `no_self_score: ungraded`) không có nghĩa là không xếp hạng: đơn vị vẫn
  giữ thứ hạng, trang kết quả ghi rõ; muốn bỏ cả thứ hạng thì dùng `effect: unranked`.
- Cột số liệu, cách đặt tên cột: [Bảng số liệu](bang-so-lieu.md).
""",
}
ROOT_TITLE = "Gốc của tệp"
SHARED_TITLE = "Khóa chung của các cách chấm"
# A key that so many kinds of fact state alike is told once for all of them.
SHARED_BY = 8


def reference(name: str, schema: dict[str, Any]) -> str:
    """The page of a schema: the root first, then each kind of fact in the order in which it is met."""
    definitions = schema.get("$defs", {})
    parts = [OPENING[name], f"## {ROOT_TITLE}\n", _table(schema, definitions)]
    shared = _shared(definitions)
    if shared["properties"]:
        parts += [f'## <a id="shared"></a>{SHARED_TITLE}\n', _table(shared, definitions)]
    met: dict[str, None] = {}
    for definition in _met(schema, definitions, met):
        form = _mapping(definitions[definition])
        parts.append(f'## <a id="{definition.lower()}"></a>{form["description"].strip()}\n')
        parts.append(_table(form, definitions, shared["properties"]))
    return "\n".join(parts)


def _shared(definitions: dict[str, Any]) -> dict[str, Any]:
    """The optional keys that many kinds of fact state alike, each with what it means."""
    times = Counter(
        (key, json.dumps(value, sort_keys=True))
        for definition in definitions.values()
        for key, value in definition.get("properties", {}).items()
        if key not in definition.get("required", [])
    )
    return {
        "properties": {key: json.loads(value) for (key, value), count in times.items() if count >= SHARED_BY}
    }


def _met(node: Any, definitions: dict[str, Any], met: dict[str, None]) -> Iterator[str]:
    for name in _references(node):
        if name not in met:
            met[name] = None
            yield name
            yield from _met(definitions[name], definitions, met)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield str(node["$ref"]).rpartition("/")[2]
        for key, value in node.items():
            if key not in ("$defs", "discriminator"):
                yield from _references(value)
    elif isinstance(node, list):
        for item in node:
            yield from _references(item)


def _mapping(definition: dict[str, Any]) -> dict[str, Any]:
    """The mapping form of a definition that people may also write as one line."""
    forms = [form for form in definition.get("anyOf", []) if "properties" in form]
    return forms[0] if forms else definition


def _table(
    schema: dict[str, Any], definitions: dict[str, Any], shared: Mapping[str, Any] | None = None
) -> str:
    """The keys of a form; those that it shares with others are only named below it."""
    lines = ["| Khóa | Ý nghĩa | Giá trị |", "|---|---|---|"]
    required = set(schema.get("required", []))
    named = []
    for key, value in schema.get("properties", {}).items():
        if shared and shared.get(key) == value:
            named.append(f"`{key}`")
            continue
        mark = " (*)" if key in required else ""
        lines.append(f"| `{key}`{mark} | {value.get('description', '')} | {_values(value, definitions)} |")
    if named:
        lines += ["", f"Cùng [các khóa chung](#shared): {', '.join(named)}."]
    return "\n".join(lines) + "\n"


def _link(name: str, definitions: dict[str, Any]) -> str:
    """A link to a kind of fact, named by the first words of its description."""
    words = re.split(r"[,;:(.]", _mapping(definitions[name]).get("description", name))[0].strip()
    return f"[{words}](#{name.lower()})"


def _values(value: dict[str, Any], definitions: dict[str, Any]) -> str:
    """What may stand there: a kind of fact, allowed words, or examples."""
    names = list(dict.fromkeys(_references(value)))
    if names:
        links = ", ".join(_link(name, definitions) for name in names)
        return f"danh sách: {links}" if value.get("type") == "array" else links
    for form in (value, value.get("items", {}), *value.get("anyOf", [])):
        for part in (form, form.get("items", {})):
            if "enum" in part:
                return ", ".join(f"`{word}`" for word in part["enum"])
            if "const" in part:
                return f"`{part['const']}`"
            if "examples" in part:
                return ", ".join(f"`{word}`" for word in part["examples"])
    return "danh sách" if value.get("type") == "array" else ""
