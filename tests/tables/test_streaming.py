"""Tables row by row: nothing is kept, whatever their length."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.reader import RowStream, read_table, stream_rows

Write = Callable[[int], Path]
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(params=["csv", "xlsx"])
def write(request: pytest.FixtureRequest, tmp_path: Path) -> Write:
    """A table of units and ever new numbers, of so many rows."""

    def csv(count: int) -> Path:
        path = tmp_path / f"{count}.csv"
        with path.open("w", encoding="utf-8") as stream:
            stream.write("don_vi;a;b\n")
            stream.writelines(f"Đơn vị {row};{row};{row * 7},5\n" for row in range(count))
        return path

    def xlsx(count: int) -> Path:
        path = tmp_path / f"{count}.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "_rels/.rels",
                f'<R><Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></R>',
            )
            archive.writestr(
                "xl/_rels/workbook.xml.rels",
                f'<R><Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/s.xml"/></R>',
            )
            archive.writestr(
                "xl/workbook.xml",
                f'<w xmlns:r="{RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></w>',
            )
            with archive.open("xl/worksheets/s.xml", "w") as part, io.TextIOWrapper(part, "utf-8") as stream:
                stream.write("<worksheet><sheetData>")
                stream.writelines(map(_xml, _rows(count)))
                stream.write("</sheetData></worksheet>")
        return path

    return csv if request.param == "csv" else xlsx


def _rows(count: int) -> Iterable[tuple[str, str]]:
    yield "don_vi", "a"
    for row in range(count):
        yield f"Đơn vị {row}", str(row * 7)


def _xml(row: tuple[str, str]) -> str:
    name, value = row
    return f'<row><c t="inlineStr"><is><t>{name}</t></is></c><c t="str"><v>{value}</v></c></row>'


def stream(path: Path, findings: FindingLog | None = None) -> RowStream:
    made = stream_rows(path, path.name, findings or FindingLog())
    assert made is not None
    return made


def peak(path: Path) -> int:
    tracemalloc.start()
    try:
        for _ in stream(path):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_rows(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    # What is kept and what is read at once has bounds, which these tables would not reach.
    monkeypatch.setattr("thidua_cli.tables.csv_reader.MOST_SHARED", 100)
    monkeypatch.setattr("thidua_cli.tables.encoding.CHUNK", 1 << 14)
    peak(write(10))  # what is imported and cached at the first use
    small, large = peak(write(2_000)), peak(write(20_000))
    assert large < small * 2


def test_the_rows_are_those_of_the_table(write: Write) -> None:
    path = write(50)
    table, _ = read_table(path, path.name)
    assert table is not None
    rows = stream(path)
    assert tuple(rows.header.cells()) == table.header
    assert not rows.whole
    assert tuple(rows) == table.rows
    assert rows.whole


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    path.write_text("don_vi;a\n" + "A;1\n" * 1_000 + 'B;"x"y\n', "utf-8")
    rows = iter(stream(path))
    assert [next(rows).number for _ in range(3)] == [2, 3, 4]


def test_a_table_that_breaks_off_is_not_whole(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    path.write_text("don_vi;a\n" + "A;1\n" * 30 + 'B;"x"y\nC;3\n', "utf-8")
    findings = FindingLog()
    rows = stream(path, findings)
    assert [row.values for row in rows] == [("A", "1")] * 30
    assert not rows.whole
    assert [(item.code, item.variant) for item in findings.close()] == [("TD506", "after_quote")]
    assert read_table(path, "u.csv")[0] is None


def test_without_a_table_there_are_no_rows(tmp_path: Path) -> None:
    findings = FindingLog()
    assert stream_rows(tmp_path / "no.csv", "no.csv", findings) is None
    assert [(item.code, item.variant) for item in findings.close()] == [("TD501", "missing")]
