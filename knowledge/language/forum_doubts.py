"""Find what is missing or ambiguous in the description of a forum."""

from collections.abc import Iterator

from knowledge.language.countries import country_named
from knowledge.language.forum import FILE_NAME, Forum
from knowledge.values.notices import Notice, mark, notice


def find_doubts(forum: Forum) -> Iterator[Notice]:
    """Yield what an officer should check; a forum with doubts can still be used."""
    for problem in _problems(forum):
        yield notice(mark("{file}: {problem}"), file=FILE_NAME, problem=problem)


def _problems(forum: Forum) -> Iterator[Notice]:
    if not forum.member_countries:
        yield notice(mark("no dice qué países son miembros («member_countries»)."))
    if not forum.bodies:
        yield notice(mark("no describe ningún órgano («bodies»)."))
    for written in forum.member_countries:
        country = country_named(written)
        if country and not country.is_exact:
            yield notice(
                mark("«{written}» se toma por {country}."), written=written, country=country.aliases[0]
            )
