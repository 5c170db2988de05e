"""Differences between two versions of an act and between two bases, by reference."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act, Commitment, Provision
from knowledge.values.base import Value
from knowledge.values.references import Reference

_BETWEEN = re.compile(r"[\W_]+")


class Differences(Value):
    """References that were added, removed or changed, in the order of the act."""

    came: tuple[Reference, ...] = ()
    went: tuple[Reference, ...] = ()
    changed: tuple[Reference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


class ActChanges(Value):
    """Differences in a new version of an act: its provisions and its commitments."""

    document: Document
    provisions: Differences = Differences()
    commitments: Differences = Differences()

    def __bool__(self) -> bool:
        return bool(self.provisions or self.commitments)


class BaseChanges(Value):
    """Acts that were added or removed, and the differences in the others."""

    came: tuple[Document, ...] = ()
    went: tuple[Document, ...] = ()
    changed: tuple[ActChanges, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


def bare_words(provision: Provision) -> str:
    """Keep only letters and digits: other file formats break lines and hyphenate differently."""
    return _bare(f"{provision.reference}{provision.text}")


def compare_acts(old: Act, new: Act) -> ActChanges:
    """Compare two versions of an act, ignoring line breaks."""
    return ActChanges(
        document=document_of(new),
        provisions=_differences(
            {each.reference: bare_words(each) for each in old.provisions},
            {each.reference: bare_words(each) for each in new.provisions},
        ),
        commitments=_differences(_duties(old.commitments), _duties(new.commitments)),
    )


def compare_bases(old: KnowledgeStore, new: KnowledgeStore) -> BaseChanges:
    """Compare all that two bases hold."""
    before = {each.slug: each for each in old.documents()}
    after = {each.slug: each for each in new.documents()}
    compared = (compare_acts(old.act(slug), new.act(slug)) for slug in after if slug in before)
    return BaseChanges(
        came=tuple(each for slug, each in after.items() if slug not in before),
        went=tuple(each for slug, each in before.items() if slug not in after),
        changed=tuple(each for each in compared if each),
    )


def document_of(act: Act) -> Document:
    """Return an act without its text."""
    return Document(
        slug=act.slug,
        source=act.source,
        sha256=act.sha256,
        language=act.language,
        meeting=act.meeting,
        printed=act.printed,
    )


def _differences(old: Mapping[Reference, Hashable], new: Mapping[Reference, Hashable]) -> Differences:
    return Differences(
        came=tuple(each for each in new if each not in old),
        went=tuple(each for each in old if each not in new),
        changed=tuple(each for each in new if each in old and old[each] != new[each]),
    )


def _duties(commitments: Iterable[Commitment]) -> dict[Reference, Hashable]:
    """Return the comparable parts of the commitments of each provision."""
    duties = defaultdict(list)
    for each in commitments:
        deadline = each.deadline
        duties[each.reference].append(
            (
                each.responsible,
                each.kind,
                _bare(each.action),
                deadline.start,
                deadline.end,
                deadline.precision,
            )
        )
    return {reference: tuple(own) for reference, own in duties.items()}


def _bare(words: str) -> str:
    return _BETWEEN.sub("", words.casefold())
