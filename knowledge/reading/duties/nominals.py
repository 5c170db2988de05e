"""Turn nouns of action into infinitives: «la elaboración de un documento», «elaborar un documento»."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.duties import Part
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases
from knowledge.reading.duties.thatclauses import Doing

_FOR = frozenset({"for"})
_AND = frozenset({"y", "e"})
_CHARGE = frozenset({"cargo", "charge"})
_TO = frozenset({"a", "al", "to"})
_OF = frozenset({"de", "del"})


class NominalReader:
    """Reads actions given as nouns, and their agents."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._help = WordPhrases(cues.actors.help)
        self.in_charge = WordPhrases(cues.actors.in_charge)
        self._verbs = around.verbs
        self._grammar = around.grammar

    def turned(self, part: Part) -> tuple[str, int]:
        """Turn «la elaboración de un documento» into «elaborar un documento»."""
        passage, index = part.clause.passage, part.verb
        tokens = passage.tokens
        index += tokens[index].word in self._grammar.determiners | _FOR
        if index >= len(tokens):
            return "", tokens[-1].end
        word = tokens[index].word
        if index > part.verb and word in _OF and (elided := self._elided(passage, part.verb)):
            return elided + (" el" if word == "del" else ""), tokens[index].end
        verb = self._verbs.verb_of_action(word)
        after = self._after_performer(part, index + 1)
        if (
            verb
            and after < part.clause.end
            and not self._names_another(part, after)
            and tokens[after].word in {"de", "del"}
        ):
            verb = _with_tilde(verb, passage.raw(index).lower())
            return verb + (" el" if tokens[after].word == "del" else ""), tokens[after].end
        helped = self._help.after(passage, index)
        owned = helped is not None and helped < part.clause.end and tokens[helped].word in {"de", "del"}
        helpers = self._around.lists.read(passage, helped + 1) if helped and owned else None
        if helped and helpers:
            return f"brindar {lowered(passage.words(index, helped))}", tokens[helpers.end - 1].end
        cue = part.clause.head.cue
        subject = part.clause.head.subject
        taken = part.clause.move is Move.PLEDGE and cue is not None and not _CHARGE.isdisjoint(cue.words.rest)
        owned = part.clause.move is Move.DO and subject is not None and subject.start > index
        owned = owned or (part.clause.move is Move.DUTY and tokens[part.clause.head.start].word in _OF)
        if verb is None and (taken or owned) and self._around.language == "es":
            article = tokens[part.verb].word if index > part.verb else ""
            opening = "encargarse del " if article == "el" else f"encargarse de {article} "
            return opening, tokens[index].start
        return "", tokens[index].start

    def _elided(self, passage: Passage, article: int) -> str | None:
        """Return the verb of the noun that «la» stands for in «(la redacción de la ley y) la del decreto»."""
        words = [token.word for token in passage.tokens[:article]]
        same = (noun for before, noun in pairwise(words) if before == passage.tokens[article].word)
        verbs = [verb for noun in same if (verb := self._verbs.verb_of_action(noun))]
        return verbs[-1] if verbs else None

    def _names_another(self, part: Part, start: int) -> bool:
        """Tell whether another noun of action follows: «el registro de … y la presentación de …»."""
        passage = part.clause.passage
        for index in range(start, part.clause.end - 1):
            noun = self._around.skip(passage, index + 1, self._grammar.determiners)
            if passage.tokens[index].word in _AND and index + 1 < noun < part.clause.end:
                return self._verbs.verb_of_action(passage.tokens[noun].word) is not None
        return False

    def _after_performer(self, part: Part, index: int) -> int:
        """Step over the agent between a noun and its object: «Instalación, a cargo de México, de …»."""
        passage, start = part.clause.passage, index
        if part.clause.head.subject is None or part.clause.move is not Move.DO or index >= part.clause.end:
            return index
        aside = passage.tokens[index].word == ","
        start += aside
        after = self.in_charge.after(passage, start) if start < part.clause.end else None
        listed = self._around.lists.read(passage, after) if after else None
        agent = self._around.agents.at(passage, start) if listed is None else None
        if listed is None and agent is None:
            return index
        end = listed.end if listed else agent.end if agent else index
        closed = aside and end < part.clause.end and passage.tokens[end].word == ","
        return end + closed

    def asked(self, part: Part, names: Sequence[str]) -> list[tuple[int, int]]:
        """Return the characters of the addressee after the object: «(encomendar) la redacción a la OIM»."""
        passage, head = part.clause.passage, part.clause.head
        named = part.doing is Doing.NOUN and part.clause.move is Move.ASK and part.verb == head.body
        for index in range(part.verb + 1, part.clause.end) if named else ():
            listed = self._around.lists.read(passage, index + 1)
            if passage.tokens[index].word not in _TO or listed is None or listed.end > part.clause.end:
                continue
            if set(self._around.lists.names(listed, passage)) <= {*names}:
                return [(passage.tokens[index].start, passage.tokens[listed.end - 1].end)]
        return []

    def by_acronym(self, passage: Passage, index: int) -> int | None:
        """Return the token of an unregistered acronym in «por la AEC», or None."""
        named = self._around.skip(passage, index + 1, self._grammar.determiners)
        inside = index + 1 < named < len(passage.tokens) and passage.tokens[named].sort is Sort.WORD
        raw = passage.raw(named) if inside else ""
        return named if raw.isupper() and raw.isalpha() and len(raw) > 1 else None


def _with_tilde(verb: str, noun: str) -> str:
    """Restore the ñ of a noun in its verb: «señalización», «señalizar»."""
    place = noun.find("ñ")
    return f"{verb[:place]}ñ{verb[place + 1 :]}" if 0 <= place < len(verb) and verb[place] == "n" else verb


def lowered(text: str) -> str:
    """Lower the first letter of a phrase, unless it begins with an acronym."""
    acronym = text[:2].isupper() and text[1:2].isalpha()
    return text if acronym else text[:1].lower() + text[1:]
