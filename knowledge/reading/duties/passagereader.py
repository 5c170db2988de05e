"""Read paragraphs as passages, with their parties and the words that refer to them as tokens."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain

from knowledge.language.countries import long_form_before
from knowledge.language.folding import fold
from knowledge.language.parties import Mention, PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.reading.duties.cues import ActorCues
from knowledge.reading.duties.labels import LabelFinder
from knowledge.reading.duties.longernames import LongerNames
from knowledge.reading.duties.ownnames import OwnNames
from knowledge.reading.duties.passages import Passage, Sort, Token
from knowledge.reading.duties.signatories import SignatoryFinder
from knowledge.reading.duties.wordings import any_of, words_pattern
from knowledge.values.parties import PartyKind

_TOKEN = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
_QUOTED = re.compile(r"“[^”\"]*[”\"]|«[^»]*»|\"[^\"”]*[\"”]|‘[^’]*’")
_ASIDE = re.compile(r"\([^()]*\)")
# «en San José, Costa Rica»: the country after the comma is a place.
_AFTER_CITY = re.compile(r"\b(?:en|in|at)\s+(?:la\s+)?(?:[Cc]iudad\s+de\s+)?[A-ZÁÉÍÓÚÑ][^,;.()\d]{1,40},\s*$")
_CITY_OF = re.compile(r"\b(?:[Cc]iudad|[Cc]ity|CIUDAD)\s+(?:de|DE|of)\s*$")
# «SG-SICA» is a body of the SICA, not the SICA itself.
_COMPOUND = re.compile(r"(?<![\w-])(?P<first>[A-ZÁÉÍÓÚÑ]{2,8})-$")
# "Non-Members" are no members.
_PREFIXED = re.compile(r"(?<![\w-])[Nn]on?-$")
# "the U.S. Geological Survey": that point ends no sentence.
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}(?=\s+(?!(?:The|It|They|This|These|In|On|At)\s)[A-Z][a-z])")
# «… a los países, y a estos que lo comenten»
_THE_LATTER = re.compile(
    r"(?<=\ba )(?:est[aeo]s?|aquel(?:l[ao]s?)?)(?=\s+(?:que|para|a)\b)"
    r"|(?<=de que )est[ao]s?(?=\s+(?:l[aeo]s?\s+)?\w+[ae]n?\b)"
    r"|(?<=[,;] )est[aeo]s?(?=\s+(?:l[aeo]s?\s+)?\w+rán?\b)"
)
_CONNECTORS = r"(?:en materia de|de|del|la|el|los|las|y|para|en|of|on|for|the|and|to|sobre)"
# «Grupo Ad Hoc sobre migrantes extrarregionales»: a name may have lowercase words, up to a mark or a verb.
_ON_WHAT = (
    r"\s+(?:sobre|on)\s+(?!(?:el|la|los|las|the|su|its)\s)[\w-]+(?:\s+[\w-]+){0,4}?"
    r"(?=\s*[,;.:(]|\s*$|\s+(?:shall|will|to|que)\b|\s+\w+rán?\b)"
)
# "the Liaison Officers Network to Combat Migrant Smuggling and Trafficking in Persons"
_ENGLISH_TAIL = r"(?:\s+(?:to|on|for|of|against)\s+[A-Z][\w-]+(?:\s+(?:and\s+|in\s+|of\s+)?[A-Z][\w-]+)*)?"
_LOOSE_END = re.compile(rf"(?:\s+{_CONNECTORS})*\s*$")
# «la Dirección de Aduanas de Guatemala y de El Salvador»
_OWNER = re.compile(r"\s+(?:del?|of)\s+(?:(?:los|las|la|el|the)\s+)?")
_CO_OWNER = re.compile(rf"(?:\s*,|\s+(?:y|e|and)){_OWNER.pattern}")
_OF = re.compile(r"\s+(?:del?|of)\s+(?:los\s+|las\s+|la\s+|the\s+)?")
_MEMBERS = re.compile(r"\b(?:miembros|members)$")
_LONGEST_COUNTRY = 40
_LONGEST_PLACE = 80
_ARTICLE = r"(?:(?:al?|del?|by|to|of|with|con|por)\s+)?(?:(?:la|el|las|los|the)\s+)?"
_ACRONYM = r"(?P<name>[A-ZÁÉÍÓÚÑ]{3,8}(?:-\d)?)(?![\w-])"
_CAPITALISED = r"[A-ZÁÉÍÓÚÑ][a-zà-öø-ÿ]\w*"
_EXPLAINED = rf"(?:{_CAPITALISED}\s+(?:{_CONNECTORS}\s+){{0,3}}){{1,8}}?{_CAPITALISED}\s*\({_ACRONYM}\)"
_PARTY_IN_NO_FILE = rf"(?P<whole>{_EXPLAINED}|{_ACRONYM.replace('name', 'bare')})"
_JOINED_AFTER = re.compile(rf"(?:\s*\([^()]*\))?,?\s+(?:y|e|and)\s+{_ARTICLE}{_PARTY_IN_NO_FILE}")
_JOINED_BEFORE = re.compile(rf"(?<=[a-z]\s){_PARTY_IN_NO_FILE}\s+(?:y|e|and)\s+{_ARTICLE}$")
_LONGEST_EXPLAINED = 120
_PLACE = (
    rf"(?:(?:la|el|los|las)\s+)?{_CAPITALISED}(?:\s+(?:(?:de|del|la|las|los|el)\s+){{0,2}}{_CAPITALISED})*"
)
# Words that make «el Grupo» or «la Secretaría» the name of another body.
_NAMED_ON = re.compile(r"\s+(?:(?:del?|of)\b|[A-ZÁÉÍÓÚÑ])")
# «que: a) comunique la lista; b) imprima el código»: a list inside a sentence.
_FIRST_LISTED = re.compile(
    r"\b(?:que|a|para|de|en|deber[aá]n?|to|shall|will|must|should|with)(?P<mark>\s*:\s*\(?(?:a|i|1)\))\s"
    r"|\w(?P<bare>\s*:\s*\(?(?:a|i|1)\))\s+(?=(?:a|que|to)\s)"
)
_LISTED = re.compile(r"[;,](?:\s+(?:y|e|and))?\s+\(?(?:[b-h]|[ivx]+|\d)\)(?=\s)")
# «Solicitar a la ST: actualizar la lista; traducir la portada»
_INFINITIVE = r"(?=[a-zà-öø-ÿ]{2,}(?:ar|er|ir)(?:se|l[aeo]s?)?\s)"
_FIRST_BARE = re.compile(rf"(?P<mark>:)\s+{_INFINITIVE}")
_BARE = re.compile(rf";(?:\s+(?:y|e))?(?=\s+{_INFINITIVE})")
_Part = tuple[int, int, Sort, str]


class PassageReader:
    """Reads paragraphs, given the parties and the words that refer to them."""

    def __init__(self, register: PartyRegister, cues: ActorCues, people: PeopleFinder) -> None:
        self._register = register
        self._people = people
        self._offices = frozenset(map(fold, cues.offices))
        self._groups = [
            (re.compile(any_of(map(words_pattern, party.short))), party)
            for party in register.parties.values()
            if party.short
        ]
        self._meeting = re.compile(any_of(map(words_pattern, cues.meeting)))
        self._back = [
            (re.compile(any_of(map(words_pattern, wordings))), sort)
            for sort, wordings in cues.back
            if sort != "any"
        ]
        self._pronouns = re.compile(any_of(map(re.escape, cues.back.any)))
        code = "|".join(sorted(register.codes, key=len, reverse=True)) or "(?!)"
        self._opening_codes = re.compile(
            rf"(?:^|(?<=[.;]\s))(?P<codes>(?:{code})\b(?:\s*(?:[,/+]|\by\b|\band\b)\s*(?:{code})\b)*)(?=\s*[:–—])"
        )
        nouns = "|".join(sorted(map(re.escape, cues.bodies), key=len, reverse=True))
        tail = rf"(?:\s+(?:{_CONNECTORS}\s+){{0,3}}(?!(?:{nouns})\b)[A-ZÁÉÍÓÚÑ][\w-]*)+"
        self._longer = LongerNames(register, (*cues.bodies, *cues.institutions))
        self._signatories = SignatoryFinder(register)
        self.labels = LabelFinder(cues.labels)
        self._noun = re.compile(nouns)
        local = "|".join(map(re.escape, cues.local))
        self._local = re.compile(
            rf"(?<!\w)(?i:{local})(?P<several>e?s|ies)?(?:\s+[Mm]unicipal(?:es)?)?\s+(?:del?|of)\s+{_PLACE}"
            rf"(?(several)(?:(?:,\s+{_PLACE})*\s+(?:y|e|and)\s+(?:de\s+)?{_PLACE})?)"
        )
        # In English the noun comes last: "a Technical Committee".
        self._bodies = re.compile(
            rf"(?<!\w)(?:{nouns}){tail}(?:{_ON_WHAT})?|(?<=[a-z]\s)(?:[A-Z][\w-]+\s+){{1,2}}(?:{nouns})(?!\w){_ENGLISH_TAIL}"
        )

    def read(
        self, text: str, offset: int = 0, own: OwnNames | None = None, *, foreign: bool = False
    ) -> Passage:
        """Read a paragraph that begins at `offset` in its act; `own` are the bodies that the act names.

        In a `foreign` act, by an unregistered body, «la Secretaría» isn't the forum's.
        """
        parts = _Parts()
        parts.add((match.start(), match.end(), Sort.TITLE, "") for match in _QUOTED.finditer(text))
        parts.add((start, end, Sort.PARTY, name) for start, end, name in (own.find(text) if own else ()))
        parts.add(self._longer.find(text))
        parts.add(self._acronym_parts(text))
        parts.add(self._person_parts(text))
        labels = tuple(self.labels.find(text))
        told = {label.start - 1 for label in labels}
        asides = (match for match in _ASIDE.finditer(text) if match.start() not in told)
        parts.add(_listing(text))
        parts.add((match.start(), match.end(), Sort.MARK, "") for match in asides)
        parts.add((start, end, Sort.PARTY, name) for start, end, name in self._signatories.find(text))
        parts.add(self._owned_parts(text))
        parts.add(self._register_parts(text))
        parts.add(self._code_parts(text))
        parts.add(self._local_parts(text))
        parts.add(self._body_parts(text))
        parts.add(self._standing_parts(text, foreign=foreign))
        return Passage(text, offset, tuple(_tokens(text, parts.taken)), labels)

    def _register_parts(self, text: str) -> Iterable[_Part]:
        for mention in self._register.find(text):
            before = text[max(0, mention.start - _LONGEST_PLACE) : mention.start]
            if _PREFIXED.search(before):
                continue
            if not (_CITY_OF.search(before) or _AFTER_CITY.search(before)):
                compound = _COMPOUND.search(before)
                if compound and not self._register.find(compound["first"]):
                    start = mention.start - len(compound[0])
                    yield start, mention.end, Sort.PARTY, text[start : mention.end]
                    continue
                country = self._register.parties[mention.name].kind is PartyKind.COUNTRY
                start = long_form_before(text, mention.start) if country else mention.start
                initials = _INITIALS.match(text, mention.start)
                end = initials.end() if initials and initials.end() == mention.end + 1 else mention.end
                yield start, end, Sort.PARTY, mention.name

    def _person_parts(self, text: str) -> Iterable[_Part]:
        """Find persons by their titles, worded as in the act: «la Sra. Wynter se comprometió a …»."""
        for start, end in self._people.titled_in(text, self._offices):
            if not self._register.find(text[start:end]):
                yield start, end, Sort.PARTY, " ".join(text[start:end].split())

    def _code_parts(self, text: str) -> Iterable[_Part]:
        """Find the codes of countries that open a note: «CR, HON: enviar sus listas»."""
        for opening in self._opening_codes.finditer(text):
            for match in re.finditer(r"[A-Z]+", opening["codes"]):
                start = opening.start("codes") + match.start()
                yield start, start + len(match[0]), Sort.PARTY, self._register.codes[match[0]]

    def _acronym_parts(self, text: str) -> Iterable[_Part]:
        """Find unregistered acronyms joined to a registered party: «a la ST y al BCX»."""
        known = self._register.find(text)
        for found in self._acronyms(text, known):
            if not any(each.start < found[1] and found[0] < each.end for each in known):
                yield found

    @staticmethod
    def _acronyms(text: str, known: Iterable[Mention]) -> Iterable[_Part]:
        for mention in known:
            after = _JOINED_AFTER.match(text, mention.end)
            reach = max(0, mention.start - _LONGEST_EXPLAINED)
            before = _JOINED_BEFORE.search(text, reach, mention.start)
            for match in filter(None, (after, before)):
                yield match.start("whole"), match.end("whole"), Sort.PARTY, match["name"] or match["bare"]

    def _owned_parts(self, text: str) -> Iterable[_Part]:
        """Find bodies with the country they belong to: «la Dirección de Migración de Honduras»."""
        known = self._register.find(text)
        owners = (each for each in known if self._register.parties[each.name].kind is PartyKind.COUNTRY)
        ends = {each.start: each.end for each in owners}
        in_file = {each.start for each in known}
        for start, end, *_ in self._body_parts(text):
            if start in in_file:
                continue
            last, link = end, _OWNER.match(text, end)
            while link and link.end() in ends:
                last = ends[link.end()]
                link = _CO_OWNER.match(text, last)
            if last > end:
                yield start, last, Sort.PARTY, " ".join(text[start:last].split())

    def _body_parts(self, text: str) -> Iterable[_Part]:
        mentioned = [mention.start for mention in self._register.find(text)]
        for match in self._bodies.finditer(text):
            place = bisect_right(mentioned, match.start())
            end = min((match.end(), *mentioned[place : place + 1]))
            name = _LOOSE_END.sub("", text[match.start() : end])
            if self._noun.fullmatch(name):
                continue
            yield match.start(), match.start() + len(name), Sort.PARTY, " ".join(name.split())

    def _local_parts(self, text: str) -> Iterable[_Part]:
        for match in self._local.finditer(text):
            yield match.start(), match.end(), Sort.PARTY, " ".join(match[0].split())

    def _standing_parts(self, text: str, *, foreign: bool) -> Iterable[_Part]:
        folded = fold(text)
        for pattern, sort in self._back:
            for match in pattern.finditer(folded):
                # «la organización de un taller» is an action.
                if not (sort == "organization" and _OF.match(text, match.end())):
                    yield match.start(), match.end(), Sort.BACK, sort
        # The accent distinguishes «éstos» from «estos compromisos».
        for match in chain(_THE_LATTER.finditer(text), self._pronouns.finditer(text.lower())):
            yield match.start(), match.end(), Sort.BACK, "any"
        for match in self._meeting.finditer(folded):
            if not _NAMED_ON.match(text, match.end()):
                yield match.start(), match.end(), Sort.MEETING, ""
        groups = (each for each in self._groups if not (foreign and each[1].kind is PartyKind.OFFICE))
        for pattern, party in groups:
            for match in pattern.finditer(folded):
                prefixed = _PREFIXED.search(text, 0, match.start())
                if not (prefixed or self._names_follow(text, match)):
                    yield match.start(), match.end(), Sort.PARTY, party.name

    def _names_follow(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether a name changes the meaning: «las delegaciones de Canadá», «la Secretaría General»."""
        if not match[0].endswith("s"):
            return _NAMED_ON.match(text, match.end()) is not None
        preposition = _OF.match(text, match.end())
        if preposition is None:
            return False
        following = self._register.find(text[preposition.end() : preposition.end() + _LONGEST_COUNTRY])
        first = self._register.parties[following[0].name] if following and following[0].start == 0 else None
        if first is None:
            return _MEMBERS.search(match[0]) is not None  # «los miembros de la red»
        return first.kind is PartyKind.COUNTRY


class _Parts:
    """Spans that count as one token, in order; the first to claim a place keeps it."""

    def __init__(self) -> None:
        self.taken: list[_Part] = []

    def add(self, parts: Iterable[_Part]) -> None:
        """Add parts unless an earlier one overlaps; as none overlap, only the neighbors can be in the way."""
        for part in parts:
            start, end, *_ = part
            place = bisect_right(self.taken, part)
            before_ends = self.taken[place - 1][1] if place else 0
            after_starts = self.taken[place][0] if place < len(self.taken) else end
            if before_ends <= start and end <= after_starts:
                self.taken.insert(place, part)


def _listing(text: str) -> Iterable[_Part]:
    """Read the marks of a list inside a sentence as conjunctions of its verbs."""
    for opening, joining in ((_FIRST_LISTED, _LISTED), (_FIRST_BARE, _BARE)):
        first = opening.search(text)
        joints = list(joining.finditer(text, first.end())) if first else []
        if first and joints:
            mark = "bare" if first.groupdict().get("bare") else "mark"
            yield first.start(mark), first.end(mark), Sort.MARK, ""
            for match in joints:
                yield match.start(), match.end(), Sort.WORD, "and"
            return


def _tokens(text: str, parts: list[_Part]) -> Iterable[Token]:
    position = 0
    folded = fold(text)
    for start, end, sort, party in [*parts, (len(text), len(text), Sort.MARK, "")]:
        for match in _TOKEN.finditer(folded, position, start):
            mark = not (match[0][0].isalnum() or match[0][0] == "_")
            yield Token(match.start(), match.end(), match[0], Sort.MARK if mark else Sort.WORD)
        if sort is Sort.WORD:
            yield Token(start, end, party, sort)
        elif sort is not Sort.MARK:
            yield Token(start, end, folded[start:end] if party == "any" else "", sort, party)
        position = end
