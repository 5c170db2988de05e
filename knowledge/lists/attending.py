"""List the meetings that a party attended or missed, as their acts say."""

from collections.abc import Iterable

from knowledge.search.sources import Sources
from knowledge.search.terms import of_party, of_role
from knowledge.stores.documents import Document
from knowledge.values.acts import Role
from knowledge.values.references import Reference, Section

_PREAMBLE = Reference(section=Section.PREAMBLE)


class AttendanceLister:
    """List the meetings of one store."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def meetings(
        self, name: str, acts: Iterable[Document], *, missed: bool
    ) -> tuple[list[Document], int] | None:
        """List the meetings attended or missed, and count the acts that don't say who came.

        Return None if that isn't known: acts tell only of members that they didn't come.
        """
        party = self._sources.register.parties.get(name)
        is_member = bool(party and party.member)
        if missed and not is_member:
            return None
        every = list(acts)
        telling = [each for each in every if each.meeting.participants or not is_member]
        fitting = [each for each in telling if self._came(name, each, is_member=is_member) is not missed]
        return fitting, len(every) - len(telling)

    def _came(self, name: str, document: Document, *, is_member: bool) -> bool:
        """Tell whether a party came; the preamble names whoever came besides the members."""
        if is_member or name in document.meeting.participants:
            return name in document.meeting.participants
        index = self._sources.index
        preamble = index.number_of(document.slug, _PREAMBLE)
        is_named = preamble is not None and preamble in index.postings(of_party(name)).provisions
        return is_named and preamble not in index.strongest(of_role(Role.ABSENT, name))
