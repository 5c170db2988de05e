"""The forum whose acts are read, as described in forum.yaml: its names, members, bodies and meetings."""

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from knowledge.language.countries import closest_country, country_named
from knowledge.language.datafiles import DataFolders, Unfit, load_yaml
from knowledge.language.folding import fold, words
from knowledge.values.base import Value
from knowledge.values.notices import mark, notice

FILE_NAME = "forum.yaml"

_SHORTEST_TELLING = 3
"""Fewest letters of an acronym that identifies a body in a title: titles in capitals have «SE» and «CE»."""


def _with_words(written: str) -> str:
    if not words(written):
        raise Unfit(notice(mark("«{value}» no es un nombre"), value=written))
    return " ".join(written.split())


def _country(written: str) -> str:
    if country_named(written) is None:
        sentence = mark("no se conoce el país «{value}»; ¿quiso decir {country}?")
        raise Unfit(notice(sentence, value=written, country=closest_country(written)))
    return written


def _without_blanks(content: Any) -> Any:  # noqa: ANN401 -- whatever stands in the file
    """Leave out fields that an officer left empty: «acronym_es:»."""
    if isinstance(content, dict):
        return {key: value for key, value in content.items() if not _is_blank(value)}
    return content


def _is_blank(value: object) -> bool:
    return all(map(_is_blank, value.values())) if isinstance(value, dict) else value in ("", None)


def _in_both(content: Any) -> Any:  # noqa: ANN401 -- whatever stands in the file
    """Use a single text for both languages."""
    return content if isinstance(content, dict) else {"es": content}


Name = Annotated[str, AfterValidator(_with_words)]
CountryName = Annotated[str, AfterValidator(_country)]


class _Lenient(Value):
    @model_validator(mode="before")
    @classmethod
    def _leave_out_blanks(cls, content: Any) -> Any:  # noqa: ANN401 -- whatever stands in the file
        return _without_blanks(content)


class Bilingual(_Lenient):
    """A text in Spanish, English or both; a missing one is replaced by the other."""

    es: Name | None = None
    en: Name | None = None

    @model_validator(mode="after")
    def _have_one(self) -> "Bilingual":
        if not (self.es or self.en):
            raise Unfit(notice(mark("falta «{field}»"), field="es"))
        return self

    def in_(self, language: str) -> str:
        """Return the text in a language, or else in the other one."""
        return str((self.en or self.es) if language == "en" else (self.es or self.en))


class Examples(_Lenient):
    """Questions that the welcome shows."""

    es: tuple[Name, ...] = ()
    en: tuple[Name, ...] = ()

    def in_(self, language: str) -> tuple[str, ...]:
        """Return the questions in a language, or else in the other one."""
        return (self.en or self.es) if language == "en" else (self.es or self.en)


class Meeting(_Lenient):
    """A kind of meeting that ends in acts, by the names in their titles."""

    name_es: Name | None = None
    name_en: Name | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Its names in both languages, if given."""
        return tuple(filter(None, (self.name_es, self.name_en)))


class Body(_Lenient):
    """A body of the forum or a partner, by its names in both languages."""

    name_es: Name
    name_en: Name | None = None
    acronym_es: Name | None = None
    acronym_en: Name | None = None
    aliases: tuple[Name, ...] = ()

    @property
    def name(self) -> str:
        """Its name in Spanish texts: the acronym if it has one."""
        return self.acronym_es or self.name_es

    @property
    def english(self) -> str:
        """Its name in English texts."""
        return self.acronym_en or (self.name_en if not self.acronym_es else None) or self.name

    @property
    def full_names(self) -> tuple[str, ...]:
        """Its names in both languages, without acronyms."""
        return tuple(dict.fromkeys(filter(None, (self.name_es, self.name_en))))

    @property
    def acronyms(self) -> tuple[str, ...]:
        """Its acronyms in both languages."""
        return tuple(dict.fromkeys(filter(None, (self.acronym_es, self.acronym_en))))

    def is_called(self, written: str) -> bool:
        """Tell whether a text is one of its names."""
        called = (*self.full_names, *self.acronyms, *self.aliases)
        return any(words(name) == words(written) for name in called)


class TitleWords(Value):
    """A body whose meetings end in acts, as acts cite it, and words that identify it in a title."""

    name: str
    words: tuple[str, ...]


def _without(body: object, acronyms: Collection[object]) -> object:
    """Return the fields of a body without acronyms that belong to another."""
    if not isinstance(body, dict):
        return body
    return {
        key: value for key, value in body.items() if not (key.startswith("acronym_") and value in acronyms)
    }


class Forum(_Lenient):
    """The contents of forum.yaml; only the name must be there."""

    name: Annotated[Bilingual, BeforeValidator(_in_both)]
    acronym: Annotated[Bilingual, BeforeValidator(_in_both)] | None = None
    member_countries: tuple[CountryName, ...] = ()
    bodies: tuple[Body, ...] = ()
    partners: tuple[Body, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    adopts_recommendations: Name | None = None
    help_contact: Annotated[Bilingual, BeforeValidator(_in_both)] | None = None
    examples: Annotated[
        Examples, BeforeValidator(lambda content: content if isinstance(content, dict) else {"es": content})
    ] = Field(default_factory=Examples)

    @model_validator(mode="before")
    @classmethod
    def _keep_its_acronym(cls, content: Any) -> Any:  # noqa: ANN401 -- whatever stands in the file
        """Take the forum's acronym away from a body that has it too, such as its council or assembly."""
        match content:
            case {"acronym": acronym, "bodies": list(bodies)}:
                own = _in_both(acronym).values()
                return {**content, "bodies": [_without(body, own) for body in bodies]}
        return content

    @model_validator(mode="after")
    def _name_nobody_twice(self) -> "Forum":
        own = (*self.full_names, *self.acronyms)
        taken: dict[tuple[str, ...], Forum | Body] = {tuple(words(name)): self for name in own}
        for field, bodies in (("bodies", self.bodies), ("partners", self.partners)):
            for place, body in enumerate(bodies):
                if self._is_itself(body):
                    continue
                for name in (*body.full_names, *body.acronyms):
                    other = taken.setdefault(tuple(words(name)), body)
                    if other is not body:
                        sentence = mark("«{name}» es de dos: «{one}» y «{other}»")
                        problem = notice(sentence, name=name, one=other.full_names[0], other=body.name_es)
                        raise Unfit(problem, at=(field, place))
        return self

    @model_validator(mode="after")
    def _know_who_adopts(self) -> "Forum":
        if self.adopts_recommendations and self.adopting is None:
            sentence = mark("«{name}» no está entre los órganos («bodies»)")
            raise Unfit(notice(sentence, name=self.adopts_recommendations), at=("adopts_recommendations",))
        return self

    @model_validator(mode="after")
    def _be_no_body_of_its_own(self) -> "Forum":
        """Merge a body that is the forum itself into the forum, with its acronyms."""
        again = [body for body in self.bodies if self._is_itself(body)]
        if not again:
            return self
        spanish, english = again[0].acronym_es, again[0].acronym_en
        own = Bilingual(es=spanish, en=english) if spanish or english else None
        bodies = tuple(body for body in self.bodies if body not in again)
        return self.model_copy(update={"bodies": bodies, "acronym": self.acronym or own})

    def _is_itself(self, body: Body) -> bool:
        return {*map(fold, body.full_names)} <= {*map(fold, self.full_names)}

    def called(self, language: str) -> str:
        """Return the name of the forum in a language."""
        return self.name.in_(language)

    def short(self, language: str) -> str:
        """Return the acronym in a language, or the name if there is none."""
        return self.acronym.in_(language) if self.acronym else self.called(language)

    @property
    def acronyms(self) -> tuple[str, ...]:
        """Its acronyms in both languages."""
        return tuple(filter(None, (self.acronym.es, self.acronym.en))) if self.acronym else ()

    @property
    def full_names(self) -> tuple[str, ...]:
        """Its names in both languages."""
        return tuple(filter(None, (self.name.es, self.name.en)))

    @cached_property
    def adopting(self) -> str | None:
        """The body that adopts recommendations, by its name in the register."""
        named = self.adopts_recommendations
        return next((body.name for body in self.bodies if named and body.is_called(named)), None)

    @cached_property
    def meeting_bodies(self) -> tuple[Body, ...]:
        """The bodies whose meetings are listed; all bodies if no meetings are."""
        meetings = [_spaced(name) for meeting in self.meetings for name in meeting.names]
        if not meetings:
            return self.bodies
        return tuple(
            body
            for body in self.bodies
            if any(_spaced(name) in each for name in body.full_names for each in meetings)
        )

    @cached_property
    def title_words(self) -> tuple[TitleWords, ...]:
        """Words that show in a title whose act it is; the narrower body comes first.

        A body without an acronym of its own speaks for the forum.
        """
        own = [body for body in self.meeting_bodies if body.acronym_es]
        speaking = [body for body in self.meeting_bodies if not body.acronym_es]
        names = (*self.full_names, *(name for body in speaking for name in body.full_names))
        meetings = (name for meeting in self.meetings for name in meeting.names)
        return (
            *(TitleWords(name=body.name, words=_telling(body.full_names, body.acronyms)) for body in own),
            TitleWords(name=self.short("es"), words=_telling((*names, *meetings), self.acronyms)),
        )

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """The names for meetings of each body, by its name in the register; the rest are the forum's."""
        own = [body for body in self.meeting_bodies if body.acronym_es]
        kinds: dict[str, tuple[str, ...]] = {}
        for name in (name for meeting in self.meetings for name in meeting.names):
            said = _spaced(name)
            met = (each.name for each in own if any(_spaced(full) in said for full in each.full_names))
            body = next(met, self.short("es"))
            kinds[body] = (*kinds.get(body, ()), name)
        return kinds

    @property
    def title_names(self) -> frozenset[str]:
        """The bodies whose acts are the forum's own, by their names in the register."""
        return frozenset(each.name for each in self.title_words)

    @property
    def meeting_names(self) -> frozenset[str]:
        """The forum and its bodies that meet, by their names in the register."""
        return frozenset({self.short("es"), *(body.name for body in self.meeting_bodies)})


def load_forum(data: DataFolders) -> Forum:
    """Read the forum.yaml of a forum; raise FaultyData on a mistake."""
    return load_yaml(data.forum / FILE_NAME, Forum)


def _telling(names: Iterable[str], acronyms: Iterable[str]) -> tuple[str, ...]:
    return (*names, *(acronym for acronym in acronyms if len(acronym) >= _SHORTEST_TELLING))


def _spaced(written: str) -> str:
    return f" {' '.join(words(written))} "
