"""Match words of holding or scheduling an event in all forms, and words of other actions."""

import re
from collections.abc import Iterable, Iterator

from knowledge.language.folding import fold
from knowledge.language.verbs import Verbs, is_future
from knowledge.reading.duties.cues import EventCues
from knowledge.reading.duties.wordings import any_of, participle_pattern, words_pattern

# «enviaría», «envió», «debiendo», "being"
_FINITE = re.compile(r"\w{2,}(?:ría(?:n|mos)?|ó|aron|ieron|iendo|yendo|ando)|being|having")
_PRETERITE = re.compile(r"\w{2,}(?:ó|aron|ieron)")
_MODAL = re.compile(
    r"\b(?:will|shall|would|should|must|may|can|to\s+be)\b(?:\s+(?:\w+ly|not|also|now|then|be))*\s*(?P<verb>\w*)"
)
_MODALS = r"(?:se|would|will|shall|to|be)"
_PREPOSITIONS = frozenset({"on", "in", "at", "from", "for"})
_AUXILIARIES = frozenset(
    {
        "sera",
        "seran",
        "seria",
        "serian",
        "sea",
        "sean",
        "fuera",
        "fueran",
        "quedara",
        "quedaria",
        "quedo",
        "quede",
        "estara",
    }
    | {"queda", "quedan", "esta", "estan", "es", "son", "is", "are"}
    | _PREPOSITIONS
    | {"be", "have", "been", "take", "tendra", "tendran", "tendria", "tendrian", "tenga", "este", "una", "de"}
)
_SMALL = frozenset({"de", "este", "una", "as", "como"})
"""Common readings of the folded «dé» and «esté», and the first words of «como sede de»."""
# «la agenda del taller», "the schedule of the workshop": no verb
_DETERMINED = re.compile(r"\b(?:el|los?|las?|una?|su|sus|the|an|its|their|this|that)\s+$")
_TO_BE = re.compile(r"\b(?:sean?|seran?|serian?|ser|esten?|queden?|be|being)\s+$")
_AFTER_ENGLISH_NOUN = frozenset(
    {
        "of",
        "to",
        "by",
        "with",
        "about",
        "between",
        "during",
        "and",
        "or",
        "that",
        "which",
        "who",
        "the",
        "this",
    }
    | {"will", "shall", "would", "should", "may", "can", "must", "has", "was", "were", "as", "due", "a", "an"}
    | {"now", "next", "again", "also", "online", "before", "after", "under", "within", "where", "when", "its"}
)
_AFTER_COLON = re.compile(r"[:,]\s+(?:(?:y|e|and|el|la|los|las|su|the|its)\s+){0,2}(\w+)")


class HoldingWords:
    """The verbs and nouns of holding in events.yaml, in all their forms."""

    def __init__(self, cues: EventCues, verbs: Verbs) -> None:
        self._verbs = verbs
        held = [form for verb in (*cues.holding, *cues.setting) for form in self.forms(verb)]
        gathered = [form for verb in cues.gathering for form in self.forms(verb)]
        self._words = {form.split()[0] for form in (*held, *gathered)} | _AUXILIARIES
        self._held = re.compile(any_of(map(words_pattern, {*held, *cues.announced} - _SMALL)))
        self._nouns = re.compile(any_of(map(words_pattern, cues.holding_nouns)))
        finite = {form for form in {*held, *cues.announced} if not _may_be_noun(form)}
        said = any_of(map(words_pattern, (finite | _AUXILIARIES) - _SMALL - _PREPOSITIONS))
        self._said = re.compile(rf"\s+(?:{_MODALS}\s+)*{said}")
        again, held_any = any_of(map(fold, cues.event_again)), any_of(map(words_pattern, finite - _SMALL))
        self._pointing = re.compile(
            rf"\W*(?:(?:que|that|el|la|dich[oa]|est[ea]|the|this)\s+)*(?:{again}\s+)?(?:{_MODALS}\s+)*{held_any}"
        )
        self._pointed = re.compile(rf"{held_any}\s+(?:it|this)\b|\b(?:lo|la)\s+{held_any}")
        attended = (form for verb in cues.attending for form in self.forms(verb))
        self._attended = re.compile(
            rf"{any_of(map(words_pattern, attended))}(?:\s+(?:el|la|los|las|the|an?|una?))?\s*$"
        )
        self._past = re.compile(any_of(map(participle_pattern, cues.past)))

    def find(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of words of holding in a folded text."""
        verbs = self._held.finditer(folded)
        spans = [match.span() for match in verbs if not _DETERMINED.search(folded, 0, match.start())]
        yield from sorted([*spans, *(match.span() for match in self._nouns.finditer(folded))])

    def holds(self, folded: str) -> bool:
        """Tell whether a folded text has a word of holding."""
        return next(self.find(folded), None) is not None

    def verb_in(self, folded: str, after: int) -> int:
        """Return where the verb begins in a folded text that opens with the name of an event."""
        found = self._said.search(folded, after)
        return found.start() if found else len(folded)

    def without_nouns(self, folded: str) -> str:
        """Blank the nouns of holding in a folded text."""
        return self._nouns.sub(lambda found: " " * len(found[0]), folded)

    def is_past(self, text: str) -> bool:
        """Tell whether a text speaks of the past."""
        folded = fold(text)
        told = self._past.finditer(folded)
        ahead = (_TO_BE.search(folded, 0, match.start()) for match in told)
        return not all(ahead) or any(map(_PRETERITE.fullmatch, re.findall(r"\w+", text.lower())))

    def is_of_else(self, text: str) -> bool:
        """Tell whether a text between an event and its days has another verb or noun of action."""
        if any(self._is_other_verb(word) for word in re.findall(r"\w+", text)):
            return True
        modals = _MODAL.finditer(fold(text))
        if any(match["verb"] and match["verb"] not in self._words for match in modals):
            return True
        doings = (self._verbs.verb_of_action(match[1]) for match in _AFTER_COLON.finditer(fold(text)))
        return any(doing and doing not in self._words for doing in doings)

    def may_follow(self, word: str) -> bool:
        """Tell whether an English word may follow an event and isn't a noun: not "mission statement"."""
        return word in self._words or word in _AFTER_ENGLISH_NOUN or word.endswith(("ed", "ing", "ly"))

    def attends(self, folded: str) -> bool:
        """Tell whether a folded text ends with words of attending: "to attend the"."""
        return self._attended.search(folded) is not None

    def pointing(self, folded: str) -> int | None:
        """Return where «la actividad se hará» or "will host it" ends, which points back to a named event."""
        found = self._pointing.match(folded) or self._pointed.search(folded)
        return found.end() if found else None

    def _is_other_verb(self, word: str) -> bool:
        folded = fold(word)
        if folded in self._words:
            return False
        finite = is_future(word) or _FINITE.fullmatch(word.lower()) is not None
        return finite or (word.islower() and self._verbs.is_subjunctive(folded))

    def forms(self, wording: str) -> Iterator[str]:
        """Yield the forms of a verb with the rest of its phrase: «llevará a cabo»."""
        first, *others = fold(wording).split()
        for form in (first, *_spanish_tails(first), *self._inflected(first)):
            yield " ".join([form, *others])

    def _inflected(self, verb: str) -> Iterable[str]:
        forms = self._verbs.inflections(verb)
        if not forms and not verb.endswith(("ar", "er", "ir")):
            forms = tuple(self._verbs.english(verb))
        if not forms:
            return
        yield from forms
        participle = forms[-1]
        if participle.endswith("o"):
            yield from (participle[:-1] + ending for ending in ("a", "os", "as"))
            future = self._verbs.spanish(verb).future[0]
            yield from (f"{future[:-1]}ia", f"{future[:-1]}ian")
            past = self._verbs.spanish(verb).preterite[1].removesuffix("on")
            yield from (f"{past}a", f"{past}an")


def _may_be_noun(form: str) -> bool:
    """Tell whether a form of a verb may be a noun: «ser», "holds", not "takes place"."""
    first = form.split(maxsplit=1)[0]
    return first.endswith("r") or (first.endswith("s") and first == form)


def _spanish_tails(verb: str) -> Iterator[str]:
    if verb.endswith(("ar", "er", "ir")):
        yield f"{verb}se"
