"""The verbs of acts: cues match all their forms, and «remitan» is read as «remitir»."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from knowledge.language.conjugation import (
    MAX_IRREGULAR,
    EnglishForms,
    SpanishForms,
    conjugate,
    conjugate_english,
)
from knowledge.language.datafiles import faulty, read_lines
from knowledge.language.folding import fold
from knowledge.values.notices import mark, notice

_INFINITIVE = re.compile(r"[\w-]{1,40}[aei]r")
_WITH_CLITICS = re.compile(r"(?P<verb>[\w-]{1,40}[aei]r)(?:se|me|nos)?(?:l[aeo]s?)?")
_NONFINITE = re.compile(r"\w{3,}(?:[ai]d[oa]s?|ando|[iy]endo|ed|ing)")
_SHORTEST_DOUBLED = 3
_SILENT_E = re.compile(r"(?:(?<!s)s|z|v|c|u|[aeiud]g|[^aeo]at)$")
"""Endings of English stems that have lost an e: «advertised» → «advertise»."""
_NOUN_ENDINGS = (
    ("amiento", ("ar",)),
    ("imiento", ("er", "ir")),
    ("mision", ("mitir",)),
    ("cesion", ("ceder",)),
    ("version", ("vertir",)),
    ("ripcion", ("ribir",)),
    ("uccion", ("ucir", "uir")),
    ("ccion", ("ctar", "ccionar", "ger")),
    ("encion", ("ender",)),
    ("pcion", ("ptar",)),
    ("acion", ("ar",)),
    ("ucion", ("uir",)),
    ("sion", ("sar",)),
    ("eo", ("ear",)),
)
"""Endings of nouns for actions, and of their verbs: «traducción», «suscripción», «remisión»."""
_NO_DOINGS = frozenset({"seguimiento", "conocimiento"})
"""Nouns with another meaning than their verb: «dar seguimiento» isn't «seguir»."""
_FUTURE = re.compile(r"[\w-]*(?:rá|rán|remos)")


class Verbs:
    """The verbs of both languages, from verbs_es.txt and verbs_en.txt."""

    def __init__(
        self,
        spanish: Iterable[SpanishForms],
        english: Iterable[EnglishForms],
        actions: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._actions = actions
        self._spanish = {forms.infinitive: forms for forms in spanish}
        self._english = {forms.base: forms for forms in english}
        self._irregular = {
            form: forms.base
            for forms in self._english.values()
            for form in (forms.past, forms.participle)
            if not form.endswith("ed")
        }
        self._finite_english = {
            form: forms.base for forms in self._english.values() for form in (forms.third, forms.past)
        }
        self._gerunds = {forms.gerund: forms.base for forms in self._english.values()}
        self._presents = {form for forms in self._spanish.values() for form in forms.present}
        self._subjunctives = {form for forms in self._spanish.values() for form in forms.subjunctive}
        self._participles = {forms.participle: forms.base for forms in self._english.values()}
        self._participles |= {forms.participle: forms.infinitive for forms in self._spanish.values()}
        self._infinitives = {
            form: forms.infinitive
            for forms in self._spanish.values()
            for form in (*forms.present, *forms.preterite, *forms.future, *forms.subjunctive)
        }
        # «Se acordó que la ST enviaría el informe»: conditionals share the stem of the future.
        self._futures = frozenset(form for forms in self._spanish.values() for form in forms.future)
        self._conditionals = {
            f"{forms.future[0][:-1]}{ending}": forms.infinitive
            for forms in self._spanish.values()
            for ending in ("ia", "ian")
        }

    @cached_property
    def _forms(self) -> frozenset[str]:
        spanish = (form for verb in self._spanish for form in self.inflections(verb))
        english = (form for forms in self._english.values() for form in forms)
        return frozenset(spanish) | frozenset(english)

    @classmethod
    def load(cls, folder: Path) -> "Verbs":
        """Read the verbs and nouns in a folder of data files; raise FaultyData on a line that is no verb."""
        path = folder / "verbs_es.txt"
        spanish = []
        for line, entry in read_lines(path):
            infinitive, *irregular = entry.split()
            if not _INFINITIVE.fullmatch(fold(infinitive)) or len(irregular) > MAX_IRREGULAR:
                raise faulty(path, line, notice(mark("«{entry}» no es un verbo"), entry=entry))
            spanish.append(conjugate(infinitive, irregular))
        english = [conjugate_english(*entry.split()[:3]) for _, entry in read_lines(folder / "verbs_en.txt")]
        return cls(spanish, english, _actions(folder / "nouns_es.txt"))

    def spanish(self, infinitive: str) -> SpanishForms:
        """Return the forms of a Spanish verb, by rule if the file doesn't have it."""
        return self._spanish.get(infinitive) or conjugate(infinitive)

    def english(self, base: str) -> EnglishForms:
        """Return the forms of an English verb, by rule if the file doesn't have it."""
        return self._english.get(base) or conjugate_english(base)

    def participle(self, verb: str) -> str:
        """Return the past participle of a verb of either language, in the masculine."""
        return (self.spanish if self.is_infinitive(verb) else self.english)(verb).participle

    def finite(self, verb: str) -> tuple[str, ...]:
        """Return the third persons, present and past, of a verb of either language, folded."""
        if self.is_infinitive(fold(verb)):
            forms = self.spanish(fold(verb))
            return (*forms.present, *forms.preterite)
        english = self.english(verb)
        return (english.base, english.third, english.past)

    def inflections(self, word: str) -> tuple[str, ...]:
        """Return the forms of a folded verb that is known or ends in -ar; nothing for other words."""
        if word in self._english:
            return tuple(self._english[word])
        if word not in self._spanish and not word.endswith("ar"):
            return ()
        forms = self.spanish(word)
        finite = (*forms.present, *forms.preterite, *forms.subjunctive, *forms.future)
        return (*finite, forms.gerund, forms.participle)

    def is_base(self, word: str) -> bool:
        """Tell whether a folded word is the base of a known English verb."""
        return word in self._english

    def base_of_irregular(self, word: str) -> str | None:
        """Return the base of a known irregular past or participle («sent» → «send»), or None."""
        return self._irregular.get(word)

    def base_of_gerund(self, word: str) -> str | None:
        """Return the base of a known English gerund («drafting» → «draft»), or None."""
        return self._gerunds.get(word)

    def verb_of_action(self, noun: str) -> str | None:
        """Return the verb of a folded noun for an action («elaboración» → «elaborar»), or None."""
        if noun in self._actions:
            return self._actions[noun]
        for ending, verbs in _NOUN_ENDINGS if noun not in _NO_DOINGS else ():
            if noun.endswith(ending):
                candidates = (noun.removesuffix(ending) + verb for verb in verbs)
                found = next((verb for verb in candidates if verb in self._spanish), None)
                if found:
                    return found
        return f"{noun.removesuffix('acion')}ar" if noun.endswith("izacion") else None

    def is_subjunctive(self, word: str) -> bool:
        """Tell whether a folded word is a known Spanish subjunctive in the third person."""
        return word in self._subjunctives

    def verb_of_participle(self, word: str) -> str:
        """Return the verb of a folded past participle of either language, by rule if it is unknown."""
        masculine = re.sub(r"(?:a|as|os)$", "o", word)
        if found := self._participles.get(word) or self._participles.get(masculine):
            return found
        if masculine.endswith("ied"):
            return masculine.removesuffix("ied") + "y"
        if masculine.endswith("ed") and _SILENT_E.search(masculine.removesuffix("ed")):
            return masculine.removesuffix("d")
        for ending, infinitive in (("ado", "ar"), ("ido", "ir"), ("ed", "")):
            if masculine.endswith(ending):
                return _single(masculine.removesuffix(ending), infinitive) + infinitive
        return word

    def is_form(self, word: str) -> bool:
        """Tell whether a folded word is a form of a known verb of either language."""
        return word in self._forms or self.is_infinitive(word)

    def is_nonfinite(self, word: str) -> bool:
        """Tell whether a folded word may be a gerund or a past participle: «atendiendo», "chaired"."""
        return word in self._participles or _NONFINITE.fullmatch(word) is not None

    def is_participle(self, word: str) -> bool:
        """Tell whether a folded word may be an English past participle."""
        return word in self._participles or word.endswith("ed")

    def is_infinitive(self, word: str) -> bool:
        """Tell whether a folded word is a known Spanish infinitive, with pronouns or not («remitirlos»)."""
        match = _WITH_CLITICS.fullmatch(word)
        return match is not None and match["verb"].removeprefix("re-") in self._spanish

    def infinitive_of(self, word: str) -> str | None:
        """Return the infinitive of a known finite Spanish form, folded («remitan» → «remitir»), or None."""
        return self._infinitives.get(word)

    def is_conditional(self, word: str) -> bool:
        """Tell whether a word is a known Spanish conditional, a future in minutes: «la ST enviaría»."""
        return word.lower().endswith(("ía", "ían")) and fold(word) in self._conditionals

    def is_coming(self, word: str) -> bool:
        """Tell whether a Spanish verb is about the future: in the future tense, or a conditional."""
        return is_future(word) or self.is_conditional(word)

    def is_bare_future(self, word: str) -> bool:
        """Tell whether a word is a known Spanish future without its accent, and no present."""
        return word in self._futures and word not in self._presents

    def of_imperative(self, word: str) -> str | None:
        """Return the infinitive of an imperative with «se» («publíquese» → «publicar»), or None.

        Its accent tells it from «publicase»; «créase» is no order, but creates something itself.
        """
        folded = fold(word)
        verb = folded.removesuffix("se")
        accented = word.lower() != folded and verb != folded
        ordered = accented and verb in self._subjunctives - self._presents
        return self.infinitive(verb) if ordered else None

    def base_of_third(self, word: str) -> str | None:
        """Return the base of a known English third person («circulates» → «circulate»), or None."""
        base = self._finite_english.get(word)
        return base if base and self._english[base].third == word else None

    def base_of_finite(self, word: str) -> str | None:
        """Return the base of a known English third person or past («reported» → «report»), or None."""
        return self._finite_english.get(word)

    def infinitive(self, word: str) -> str:
        """Return the infinitive of a Spanish word used as a verb, by rule if the verb is unknown.

        Futures and conditionals lose their ending («re-elaborará», «enviaría»); words in -e are read as a
        subjunctive of a verb in -ar.
        """
        folded = fold(word)
        if found := self._infinitives.get(folded):
            return found if "ñ" not in word.lower() else _with_tilde(found, word.lower())
        if is_future(word):
            return re.sub(r"(?<=r)(?:an?|emos)$", "", folded)
        if found := self._conditionals.get(folded):
            return found
        if word.lower().endswith(("aría", "arían")):
            return re.sub(r"ian?$", "", folded)
        return _by_ending(folded.removesuffix("n")) or folded


def _actions(path: Path) -> Mapping[str, str]:
    """Read the nouns for actions, with their verbs."""
    actions: dict[str, str] = {}
    for line, entry in read_lines(path):
        noun, _, verb = entry.partition(" ")
        if not _INFINITIVE.fullmatch(fold(verb)):
            raise faulty(path, line, notice(mark("«{entry}» no es un verbo"), entry=entry))
        actions[fold(noun)] = verb
    return actions


def is_future(word: str) -> bool:
    """Tell whether a word ends like a Spanish future («enviará», «sostendrán»), unlike «Canadá»."""
    return _FUTURE.fullmatch(word.lower()) is not None


def _by_ending(singular: str) -> str | None:
    """Return the infinitive of an unknown subjunctive by its ending, or None."""
    if singular.endswith("ara"):  # «decidió que El Salvador abonara la cuota»
        return singular.removesuffix("a")
    for written, last in (("que", "c"), ("gue", "g"), ("ce", "z"), ("e", "")):
        if singular.endswith(written):
            return singular.removesuffix(written) + last + "ar"
    return singular.removesuffix("a") + "ir" if singular.endswith("a") else None


def _single(stem: str, ending: str) -> str:
    """Undouble the last letter of an English stem: «fitted» → «fit»."""
    doubled = not ending and len(stem) > _SHORTEST_DOUBLED and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt"
    return stem[:-1] if doubled else stem


def _with_tilde(infinitive: str, form: str) -> str:
    """Restore the ñ of one of its forms in an infinitive without accents: «diseñe» → «diseñar»."""
    place = form.index("ñ")
    return (
        infinitive[:place] + "ñ" + infinitive[place + 1 :]
        if infinitive[place : place + 1] == "n"
        else infinitive
    )
