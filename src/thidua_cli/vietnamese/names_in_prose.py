"""Where the name of a body ends in running text."""

from __future__ import annotations

import re

_MOST_WORDS = 18
_WORD = re.compile(r"\s*(\S+)")
_BLANK_LINE = re.compile(r"\s*\n\s*\n")
# Words that open what a document is about, or go on with the sentence. Names never hold them in lower case.
_STOP = re.compile(
    r"(?:về|việc|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|phát động|triển khai|thực hiện|tổ chức"
    r"|tiếp tục|tăng cường|đẩy mạnh|công nhận|công bố|giao|gửi|cử|kèm|trong|theo|tại|từ|đến|đã|được|để"
    r"|nhằm|cho|do|là|với|như|có|năm|ngày|số|thì|nêu|này|nói|đối với|hoặc|căn cứ|V/v|v/v)(?!\w)"
)
_AND = re.compile(r"và\s+(?=[^\W\d_])")
_TERM = re.compile(r"\s*\((?:[Kk]hóa|[Kk]hoá)\s+[IVX]+\)")
_ABBREVIATED = ("TP.", "Tp.", "TT.", "TX.")
# A comma inside a name: Bộ Văn hóa, Thể thao và Du lịch; Ban Thi đua, khen thưởng; khóa XII, nhiệm kỳ …
_JOINED = re.compile(r"(?:h(?:óa|oá),\s+Thể thao|đua,\s+[Kk]hen thưởng|[IVX]+,\s+nhiệm kỳ)(?!\w)")
_DOCUMENT = re.compile(
    r"(?:Chỉ thị|Nghị quyết|Nghị định|Quyết định|Kế hoạch|Kết luận|Thông tư|Luật|Hướng dẫn|Chương trình"
    r"|Công văn|Thông báo|Quy định|Pháp lệnh)(?!\w)"
)


def read_name(text: str, start: int) -> int:
    """The place where the name that starts at `start` ends; `start` itself where there is none."""
    end = start
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None or _BLANK_LINE.match(text, end):
            return end
        place = word.start(1)
        if "\n" in text[end:place] and not text[place].isalpha():
            return end
        if term := _TERM.match(text, end):
            return term.end()
        if _stops(text, place) or not (text[place].isalnum() or _goes_on(text, word)):
            return end
        core = word[1].rstrip(",;:.)”\"’'…")
        if core != word[1] and word[1] not in _ABBREVIATED and not _JOINED.match(text, place):
            return place + len(core)
        end = word.end()
    return end


def _stops(text: str, place: int) -> bool:
    if _STOP.match(text, place):
        return True
    if joint := _AND.match(text, place):
        following = joint.end()
        return not text[following].isupper() or _DOCUMENT.match(text, following) is not None
    return False


def _goes_on(text: str, word: re.Match[str]) -> bool:
    """Whether a hyphen between two parts of a name stands here (`Bộ Công Thương - Công đoàn …`)."""
    following = _WORD.match(text, word.end())
    return word[1] in ("-", "–") and following is not None and following[1][0].isupper()
