"""The plan: everything that one campaign says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field, model_validator

from thidua_cli.plan.annexes import Appendix, Enclosure
from thidua_cli.plan.ballot import Ballot
from thidua_cli.plan.citation import Citation
from thidua_cli.plan.data_tables.model import DataTable
from thidua_cli.plan.letterhead import DocumentBlock, Party
from thidua_cli.plan.meeting import Meeting
from thidua_cli.plan.outline import Block, Numbering
from thidua_cli.plan.requirements import need_of_type
from thidua_cli.plan.target import Base, Target
from thidua_cli.plan.timing import Commemoration, Milestone, Phase, Registration, ReportDue
from thidua_cli.plan.values import Fact, PeriodValue, Text, Version
from thidua_cli.plan.work import Activity, Assignment, Contribution, Movement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.source.nodes import Path


class Waiver(Fact):
    """Miễn áp dụng một quy định, theo một văn bản cho phép."""

    rule: Text = Field(description="mã hoặc tên quy định: TD301")
    by: Text = Field(description="văn bản cho phép: số, ngày, cơ quan")
    reason: Text = Field(description="lý do")


class Plan(Fact):
    """Kế hoạch thi đua: dữ kiện và bố cục."""

    thidua: Version = Field(description="phiên bản của ngôn ngữ: 1")
    document: DocumentBlock = Field(description="thể thức của văn bản")
    basis: list[Citation] = Field([], description="căn cứ ban hành")
    citations: list[Citation] = Field([], description="văn bản khác được viện dẫn trong nội dung")
    period: PeriodValue = Field(description="kỳ thi đua: 2022, năm học 2024-2025, hoặc hai ngày")
    theme: Text | None = Field(None, description="chủ đề")
    slogan: Text | None = Field(None, description="khẩu hiệu")
    bases: list[Base] = Field([], description="các tập hợp mà tỷ lệ tính trên đó")
    phases: list[Phase] = Field([], description="các đợt thi đua")
    commemorations: list[Commemoration] = Field([], description="các ngày kỷ niệm")
    movements: list[Movement] = Field([], description="các phong trào")
    targets: list[Target] = Field([], description="các chỉ tiêu")
    criteria: Text | None = Field(None, description="tệp tiêu chí chấm điểm, cạnh kế hoạch: criteria.yaml")
    activities: list[Activity] = Field([], description="các hoạt động")
    contributions: list[Contribution] = Field([], description="đóng góp, ủng hộ")
    registration: list[Registration] = Field([], description="đăng ký thi đua")
    milestones: list[Milestone] = Field([], description="các mốc công việc")
    reports: list[ReportDue] = Field([], description="lịch báo cáo")
    assignments: list[Assignment] = Field([], description="phân công")
    meeting: Meeting | None = Field(None, description="cuộc họp của biên bản, giấy mời")
    votes: list[Ballot] = Field([], description="các cuộc bỏ phiếu, kiểm phiếu")
    parties: list[Party] = Field([], description="các bên ký giao ước thi đua")
    tables: list[DataTable] = Field([], description="các bảng, danh sách")
    opening: list[Block] = Field([], description="phần mở đầu")
    numbering: Numbering | None = Field(
        None, description="cách đánh số các mục của outline; thiếu thì theo loại văn bản"
    )
    outline: list[Block] = Field(description="nội dung, theo thứ tự của văn bản")
    closing: list[Block] = Field([], description="phần kết")
    enclosures: list[Enclosure] = Field([], max_length=20, description="văn bản ban hành kèm theo quyết định")
    appendices: list[Appendix] = Field([], max_length=100, description="các phụ lục")
    law: list[Text] = Field(
        [], description="các gói quy định của bộ, ngành, tỉnh, đơn vị, trong kho của kế hoạch: quy-dinh.yaml"
    )
    waivers: list[Waiver] = Field([], description="miễn áp dụng quy định")

    @model_validator(mode="after")
    def _has_what_its_type_needs(self) -> Plan:
        need_of_type(self)
        return self

    def facts(self) -> Iterator[tuple[str, int, Any]]:
        """Every fact that has an id: the section it stands in, its index there, and the fact."""
        for section in FACT_SECTIONS:
            for index, fact in enumerate(getattr(self, section)):
                yield section, index, fact


FACT_SECTIONS = (
    "basis",
    "citations",
    "phases",
    "commemorations",
    "movements",
    "targets",
    "activities",
    "contributions",
    "registration",
    "milestones",
    "reports",
    "assignments",
    "votes",
    "tables",
    "enclosures",
    "appendices",
)
PROSE_SECTIONS = ("opening", "outline", "closing")
ANNEXES = ("enclosures", "appendices")


def bodies(plan: Plan) -> Iterator[tuple[Path, list[Block]]]:
    """Every part of the document that has blocks, with its path: the body itself, then what comes with it."""
    for section in PROSE_SECTIONS:
        yield (section,), getattr(plan, section)
    for section in ANNEXES:
        for index, annex in enumerate(getattr(plan, section)):
            yield (section, index, "outline"), annex.outline


def walk_blocks(blocks: list[Block], path: Path) -> Iterator[tuple[Path, Block]]:
    """Every block below `path`, parents first, with its path."""
    for index, block in enumerate(blocks):
        here = (*path, index)
        yield here, block
        yield from walk_blocks(block.items, (*here, "items"))
