"""Step over titles before parties: «(a la) delegación de (Canadá)», "fisheries authorities of (Belize)"."""

from collections.abc import Callable, Iterable

from knowledge.language.folding import fold
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.described import DescriptionFinder
from knowledge.reading.duties.passages import Passage, Token, WordPhrases

_TITLE, _TITLE_WITHIN = 2, 4


class TitleFinder:
    """Finds the ends of titles; `are_countries` tells whether all of some parties are countries."""

    def __init__(
        self, cues: Cues, descriptions: DescriptionFinder, are_countries: Callable[[Iterable[Token]], bool]
    ) -> None:
        self._grammar = cues.grammar
        self._titles = WordPhrases(cues.actors.titles)
        self._offices = {fold(each).split()[0] for each in cues.actors.titles if len(each.split()) == _TITLE}
        self._descriptions = descriptions
        self._are_countries = are_countries

    def after(self, passage: Passage, position: int) -> int | None:
        """Return the token after a title at a token, or None."""
        return self._titles.after(passage, position) or self._after_office(passage, position)

    def _after_office(self, passage: Passage, position: int) -> int | None:
        """Step over «autoridades pesqueras de», "fisheries authorities of"."""
        tokens, modifies = passage.tokens, self._descriptions.is_modifier
        if modifies(passage, position) and position + 1 < len(tokens):
            after = self._titles.after(passage, position + 1)
            if after and self._names_country(tokens, after):
                return after
        if tokens[position].word not in self._offices:
            return None
        for link in range(position + 2, min(len(tokens) - 1, position + _TITLE_WITHIN)):
            if tokens[link].word in {"de", "del"}:
                return link + 1 if self._names_country(tokens, link + 1) else None
            if not modifies(passage, link - 1):
                break
        return None

    def _names_country(self, tokens: tuple[Token, ...], index: int) -> bool:
        """Tell whether a country is named: «(autoridades pesqueras de) Honduras», not «… de cada país»."""
        while index < len(tokens) and tokens[index].word in self._grammar.determiners:
            index += 1
        return index < len(tokens) and self._are_countries([tokens[index]])
