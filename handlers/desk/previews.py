"""Turn the preview of files into a message with views: summary, commitments, doubts, changes."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from textwrap import shorten
from typing import NamedTuple

from handlers.catalogue import Catalogue
from handlers.desk.reports import describe_act_changes
from handlers.desk.upload_taps import UploadTap, Wish
from handlers.markup import bold, escape, italic
from handlers.messages import Button, Keyboard, Message
from handlers.reports.doubts import Doubt, find_doubts
from handlers.reports.report import by_when, doubt_sentence, responsible
from handlers.reports.table import printable
from knowledge.loading.comparing import ActChanges
from knowledge.loading.preview import Preview, PreviewedFile
from knowledge.values.acts import Act, Commitment
from knowledge.values.notices import mark
from knowledge.values.references import Reference

_TITLE = mark("Vista previa: todavía no se ha cargado nada.")
_NOTHING = mark("No hay nada que cargar.")
_NEW = mark("Acta nueva.")
_VERSION = mark("Otra versión de un acta que está cargada.")
_SAME = mark("Dice lo mismo que la que está cargada.")
_DOUBTS = mark("Por revisar: {count}.")
_DOUBTS_BY_PAGE = mark("Por revisar: {count} (p. {pages}).")
_NO_DOUBTS = mark("Nada llama la atención.")
_LEFT_OUT = mark("No se cargará: {reason}")
_PAGE = mark("p. {page}")
_LOAD, _DISCARD = mark("Cargar"), mark("Descartar")
_NAMES = {
    Wish.SUMMARY: mark("Resumen"),
    Wish.COMMITMENTS: mark("Compromisos ({count})"),
    Wish.DOUBTS: mark("Por revisar ({count})"),
    Wish.CHANGES: mark("Cambios ({count})"),
}
_ENTRY = 240
"""Characters of an entry's text, and of the changes in the summary."""
_WHO = 80
"""Characters of the list of responsible parties, and of page numbers."""
_FILES, _REFUSALS = 6, 3
"""Most files that the summary describes; with these limits every view fits into one message."""
_ON_A_PAGE = 8


class Shown(NamedTuple):
    """A preview, the tag of its batch, and the reader's catalogue."""

    preview: Preview
    tag: str
    catalogue: Catalogue


def render_preview(shown: Shown, wish: Wish = Wish.SUMMARY, page: int = 1) -> Message:
    """Render a view of a preview; one that brings nothing has only a summary, and no buttons."""
    catalogue = shown.catalogue
    if not shown.preview.bringing:
        lines = (_left_out(each, catalogue) for each in shown.preview.files[:_FILES])
        return Message("\n\n".join([bold(catalogue.text(_NOTHING)), *lines]))
    views = {view: list(entries(shown)) for view, entries in _VIEWS.items()}
    if wish not in views:
        return Message("\n\n".join(_summary(shown)), _buttons(shown, views, wish, 1, 1))
    entries = views[wish]
    last = max(1, -(-len(entries) // _ON_A_PAGE))
    page = min(page, last)
    found = entries[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]
    title = bold(catalogue.text(_NAMES[wish], count=len(entries)))
    alone = len(shown.preview.bringing) == 1
    blocks = [title, *_under_headings(found, catalogue, alone=alone)]
    return Message("\n\n".join(blocks), _buttons(shown, views, wish, page, last))


def file_name(file: PreviewedFile) -> str:
    """Return the name of a file in a form safe to show."""
    return shorten(printable(file.path.name), 60, placeholder="…")


class _Entry(NamedTuple):
    """An entry about an act, rendered only when shown: perhaps eight of a thousand."""

    act: Act
    render: Callable[[], str]


_Entries = Callable[[Shown], Iterator[_Entry]]


def _summary(shown: Shown) -> Iterator[str]:
    catalogue, preview = shown.catalogue, shown.preview
    yield bold(catalogue.text(_TITLE))
    for file in preview.bringing[:_FILES]:
        if file.act:
            yield "\n".join(_told(file, file.act, catalogue))
    if len(preview.bringing) > _FILES:
        yield escape(_rest(len(preview.bringing) - _FILES, catalogue))
    refused = [each for each in preview.files if each.refusal]
    yield from (_left_out(each, catalogue) for each in refused[:_REFUSALS])
    if len(refused) > _REFUSALS:
        yield escape(_rest(len(refused) - _REFUSALS, catalogue))


def _told(file: PreviewedFile, act: Act, catalogue: Catalogue) -> Iterator[str]:
    yield f"{bold(_title(act, catalogue))} · {escape(file_name(file))}"
    counts = (
        catalogue.count("{number} disposición", "{number} disposiciones", len(act.provisions)),
        catalogue.count("{number} compromiso", "{number} compromisos", len(act.commitments)),
        catalogue.count("{number} evento", "{number} eventos", len(act.events)),
    )
    yield escape(", ".join(counts))
    if file.changes is None:
        yield escape(catalogue.text(_NEW))
    elif file.changes:
        changes = describe_act_changes(file.changes, catalogue)
        yield escape(f"{catalogue.text(_VERSION)} {shorten(changes, _ENTRY, placeholder='…')}")
    else:
        yield escape(catalogue.text(_SAME))
    doubts = find_doubts(act, catalogue.knows)
    numbers = ", ".join(map(str, sorted({page for doubt in doubts for page in doubt.pages})))
    pages = shorten(numbers, _WHO, placeholder=" …")
    sentence = (_DOUBTS_BY_PAGE if pages else _DOUBTS) if doubts else _NO_DOUBTS
    yield escape(catalogue.text(sentence, count=len(doubts), pages=pages))


def _rest(number: int, catalogue: Catalogue) -> str:
    return catalogue.text(mark("… y {number} más."), number=number)


def _title(act: Act, catalogue: Catalogue) -> str:
    return catalogue.meeting(act.meeting) or act.slug


def _left_out(file: PreviewedFile, catalogue: Catalogue) -> str:
    reason = catalogue.notice(file.refusal) if file.refusal else file_name(file)
    return f"✗ {escape(catalogue.text(_LEFT_OUT, reason=shorten(reason, _ENTRY, placeholder='…')))}"


def _commitments(shown: Shown) -> Iterator[_Entry]:
    catalogue = shown.catalogue
    for act in shown.preview.acts:
        pages = {each.reference: each.page for each in act.provisions}
        for each in act.commitments:
            yield _Entry(act, partial(_commitment, each, pages[each.reference], catalogue))


def _commitment(commitment: Commitment, page: int, catalogue: Catalogue) -> str:
    place = catalogue.text(_PAGE, page=page)
    when = by_when(commitment, catalogue)
    who = shorten(responsible(commitment, catalogue), _WHO, placeholder="…")
    head = f"{bold(str(commitment.reference))} · {escape(f'{place} · {who} · {when}')}"
    return f"{head}\n{escape(shorten(commitment.action, _ENTRY, placeholder='…'))}"


def _doubts(shown: Shown) -> Iterator[_Entry]:
    for act in shown.preview.acts:
        for doubt in find_doubts(act, shown.catalogue.knows):
            yield _Entry(act, partial(_doubt, doubt, shown.catalogue))


def _doubt(doubt: Doubt, catalogue: Catalogue) -> str:
    return f"⚠️ {escape(shorten(doubt_sentence(doubt, catalogue), _ENTRY, placeholder='…'))}"


def _changes(shown: Shown) -> Iterator[_Entry]:
    for file in shown.preview.bringing:
        if file.act and file.changes:
            yield from _differences(file.act, file.changes, shown.catalogue)


_PROVISION_SIGNS = (
    ("came", mark("Llega {reference}")),
    ("went", mark("Se va {reference}")),
    ("changed", mark("Cambia {reference}")),
)
_COMMITMENT_SIGNS = (
    ("came", mark("{reference}: llega un compromiso")),
    ("went", mark("{reference}: se va un compromiso")),
    ("changed", mark("{reference}: cambia el compromiso")),
)


def _differences(act: Act, changes: ActChanges, catalogue: Catalogue) -> Iterator[_Entry]:
    """Yield the differences in an act, an entry for each provision and each commitment, with the new text."""
    for differences, signs, words in (
        (changes.provisions, _PROVISION_SIGNS, _words),
        (changes.commitments, _COMMITMENT_SIGNS, _duties),
    ):
        for name, msgid in signs:
            for reference in getattr(differences, name):
                new = partial(words, act, reference, catalogue)
                yield _Entry(act, partial(_difference, msgid, reference, new, catalogue))


def _difference(msgid: str, reference: Reference, new: Callable[[], str], catalogue: Catalogue) -> str:
    line = bold(catalogue.text(msgid, reference=str(reference)))
    said = shorten(new(), _ENTRY, placeholder="…")
    return f"{line}\n{escape(said)}" if said else line


def _words(act: Act, reference: Reference, _: Catalogue) -> str:
    """Return the text of a provision."""
    return next((each.text for each in act.provisions if each.reference == reference), "")


def _duties(act: Act, reference: Reference, catalogue: Catalogue) -> str:
    """Summarize a provision's commitments on one line: who, by when, what."""
    return " / ".join(
        f"{responsible(each, catalogue)} · {by_when(each, catalogue)} · {each.action}"
        for each in act.commitments
        if each.reference == reference
    )


_VIEWS: dict[Wish, _Entries] = {
    Wish.COMMITMENTS: _commitments,
    Wish.DOUBTS: _doubts,
    Wish.CHANGES: _changes,
}


def _under_headings(entries: Sequence[_Entry], catalogue: Catalogue, *, alone: bool) -> Iterator[str]:
    heading = None
    for entry in entries:
        title = _title(entry.act, catalogue)
        if not alone and title != heading:
            heading = title
            yield italic(title)
        yield entry.render()


def _buttons(shown: Shown, views: dict[Wish, list[_Entry]], here: Wish, page: int, last: int) -> Keyboard:
    catalogue, tag = shown.catalogue, shown.tag
    turns = ((f"◀ {page - 1}", page - 1, page > 1), (f"{page + 1} ▶", page + 1, page < last))
    pager = tuple(Button(label, str(UploadTap(here, tag, to))) for label, to, leads_on in turns if leads_on)
    others = [
        Button(catalogue.text(_NAMES[view], count=len(entries)), str(UploadTap(view, tag)))
        for view, entries in views.items()
        if entries and view is not here
    ]
    if here is not Wish.SUMMARY:
        others.insert(0, Button(catalogue.text(_NAMES[Wish.SUMMARY]), str(UploadTap(Wish.SUMMARY, tag))))
    decide = (
        Button(catalogue.text(_LOAD), str(UploadTap(Wish.LOAD, tag))),
        Button(catalogue.text(_DISCARD), str(UploadTap(Wish.DISCARD, tag))),
    )
    return tuple(row for row in (pager, tuple(others), decide) if row)
