"""Read an act: file to clean text, text to meeting and provisions."""

import hashlib
from pathlib import Path

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.language.parties import PartyRegister
from knowledge.reading.blocks import assemble
from knowledge.reading.cleaning import clean, cleaning_steps
from knowledge.reading.division import divide
from knowledge.reading.files import FileKind, check_kind, read_content
from knowledge.reading.isolation import SHARED
from knowledge.reading.language import language_of
from knowledge.reading.lines import Joiner, Layout, line_width, split_lines
from knowledge.reading.meeting import MeetingReader, slug_of
from knowledge.reading.outline import outline
from knowledge.reading.plaintext import decode_text
from knowledge.reading.preamble import split_preamble
from knowledge.reading.structure import load_structure
from knowledge.values.acts import Act
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice
from knowledge.values.references import Section


def read_act(path: Path, *, register: PartyRegister, data: Path = BUILT_IN) -> Act:
    """Read a file as an act.

    `data` is the folder of the data files (structure.yaml, forum.yaml).

    Raises:
        UnreadableAct: the file is missing, of another kind, damaged, or holds no provisions.
        FaultyData: a data file has a mistake.
    """
    content = read_content(path)
    kind = check_kind(content, path)
    text = decode_text(content, path.name) if kind is FileKind.TXT else SHARED.read(kind, content, path.name)
    return divide_text(
        text,
        source=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        register=register,
        data=data,
    )


def divide_text(
    text: str, *, source: str, sha256: str, register: PartyRegister, data: Path = BUILT_IN
) -> Act:
    """Read the text that a file holds as an act; raise UnreadableAct if it holds no provisions."""
    structure = load_structure(data)
    cleaned = clean(text, cleaning_steps(structure.site_labels))
    lines = split_lines(cleaned)
    layout = Layout(line_width([line.text for line in lines]), structure.unfinished_words)
    plan = outline(lines, layout, structure)
    if not plan.is_numbered:
        raise UnreadableAct(
            notice(
                mark(
                    "En {file} no hay conclusiones ni acuerdos numerados. Compruebe que sea el acta completa."
                ),
                file=source,
            )
        )
    reader = MeetingReader(register, load_forum(data), structure)
    preamble = split_preamble(lines[: plan.preamble_end], structure, reader.names_place)
    meeting = reader.read(preamble)
    division = divide(lines, plan, layout, structure, Section.CONCLUSION)
    written, provisions = assemble(
        [*preamble.blocks(layout), *division.blocks], Joiner(cleaned, structure.hyphenated)
    )
    return Act(
        slug=slug_of(meeting, Path(source).stem),
        source=source,
        sha256=sha256,
        language=language_of(written),
        text=written,
        meeting=meeting,
        provisions=provisions,
        warnings=tuple(division.warnings),
    )
