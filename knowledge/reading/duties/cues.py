"""The cue words for reading, from the files in data/cues."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import StringConstraints

from knowledge.language.datafiles import load_yaml
from knowledge.language.parties import PartyRegister
from knowledge.values.acts import CommitmentKind, Role
from knowledge.values.base import Value
from knowledge.values.parties import PartyKind

WordStart = Annotated[str, StringConstraints(pattern=r"^[a-z]{3,}$")]
"""The folded first letters of a word's forms: «acept» for «aceptó» and «aceptación»."""


class Means(StrEnum):
    """The meaning of a cue; explained at the top of duties.yaml and courtesies.yaml."""

    ASK = "ask"
    PLEDGE = "pledge"
    AGREE = "agree"
    THANK = "thank"
    NOTE = "note"
    DECIDE = "decide"


class Cue(Value):
    """One cue: its words, with X for the party, its meaning, and an example sentence.

    Its first word is a verb, or a noun that opens an item in place of the verb.
    """

    cue: str
    means: Means
    opens_with: Literal["verb", "noun"] = "verb"
    kind: CommitmentKind = CommitmentKind.OBLIGATION
    example: str


class CueFile(Value):
    """Contents of courtesies.yaml: cues by language."""

    es: tuple[Cue, ...]
    en: tuple[Cue, ...]


class DutyCueFile(CueFile):
    """Contents of duties.yaml."""

    follow_up: tuple[str, ...]


class Back(Value):
    """Anaphors of parties named before, by the sort of party."""

    country: tuple[str, ...]
    network: tuple[str, ...]
    organization: tuple[str, ...]
    any: tuple[str, ...]


class Labels(Value):
    """Labels of action lines, by the field they open."""

    action: tuple[str, ...]
    responsible: tuple[str, ...]
    due: tuple[str, ...]
    support: tuple[str, ...]


class ActorCues(Value):
    """Contents of actors.yaml."""

    meeting: tuple[str, ...]
    back: Back
    bodies: tuple[str, ...]
    local: tuple[str, ...]
    institutions: tuple[str, ...]
    offices: tuple[str, ...]
    titles: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    offers: tuple[str, ...]
    offering: frozenset[str]
    accepting: tuple[WordStart, ...]
    agreeing: tuple[WordStart, ...]
    welcoming: tuple[WordStart, ...]
    welcomed: tuple[WordStart, ...]
    pledges: tuple[str, ...]
    help: tuple[str, ...]
    supported_by: tuple[str, ...]
    labels: Labels
    made_up_of: tuple[str, ...]
    functions: tuple[str, ...]
    holding_functions: tuple[str, ...]
    charged_with: tuple[str, ...]
    founding: tuple[str, ...]
    in_charge: tuple[str, ...]
    invited_by: tuple[str, ...]
    described: tuple[str, ...]
    telling: tuple[str, ...]
    announcing: tuple[str, ...]
    telling_deeds: tuple[str, ...]


class EventCues(Value):
    """Contents of events.yaml, plus acronyms of conferences: «la XXV CIPA» is an event."""

    nouns: tuple[str, ...]
    numbered: tuple[str, ...] = ()
    holding: tuple[str, ...]
    announced: tuple[str, ...]
    past: tuple[str, ...]
    organized_by: tuple[str, ...]
    proposals: tuple[str, ...]
    happenings: tuple[str, ...]
    collecting: tuple[str, ...]
    titled: tuple[str, ...]
    setting: tuple[str, ...]
    attending: tuple[str, ...]
    holding_nouns: tuple[str, ...]
    gathering: dict[str, str]
    teaching: dict[str, str]
    event_again: tuple[str, ...]
    starting: tuple[str, ...]
    cancelling: tuple[str, ...]


class DeadlineCues(Value):
    """Contents of deadlines.yaml."""

    window_opens: tuple[str, ...]
    window_closes: tuple[str, ...]
    until: tuple[str, ...]
    before: tuple[str, ...]
    end_of: tuple[str, ...]
    week_of: tuple[str, ...]
    during: tuple[str, ...]
    within: tuple[str, ...]
    ahead: tuple[str, ...]
    eve: tuple[str, ...]
    least: tuple[str, ...]
    advance: tuple[str, ...]
    asap: tuple[str, ...]
    recurring: tuple[str, ...]
    period: tuple[str, ...]
    at_event: tuple[str, ...]
    at_next_event: tuple[str, ...]
    once: tuple[str, ...]
    done: tuple[str, ...]
    no_deadline: tuple[str, ...]
    not_after: tuple[str, ...]
    lasting: tuple[str, ...]
    period_nouns: tuple[str, ...]
    dated: tuple[str, ...]


class RoleCues(Value):
    """Words beside a party that give it a role; explained at the top of roles.yaml."""

    of: tuple[str, ...]
    by: tuple[str, ...]
    says: tuple[str, ...]


class Grammar(Value):
    """Contents of grammar.yaml: folded function words by their role."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    joiners: frozenset[str]
    coordinators: frozenset[str]
    subordinators: frozenset[str]
    pronouns: frozenset[str]
    adverbs: frozenset[str]
    phrase_openers: frozenset[str]
    collective: frozenset[str]
    some: frozenset[str]
    purposes: tuple[str, ...]
    states: frozenset[str]
    wishes: frozenset[str]
    exceptions: tuple[str, ...]
    details: tuple[str, ...]
    doings: tuple[str, ...]
    plans: tuple[str, ...]
    effects: tuple[str, ...]
    conveying: tuple[str, ...]
    thanks: frozenset[str]
    nothing: frozenset[str]
    things: frozenset[str]


class Cues(Value):
    """All the cue files."""

    duties: DutyCueFile
    courtesies: CueFile
    actors: ActorCues
    events: EventCues
    deadlines: DeadlineCues
    grammar: Grammar
    roles: dict[Role, RoleCues]
    deeds: dict[Role, RoleCues]

    def of_forum(self, register: PartyRegister) -> Self:
        """Return the cues with the acronyms of a forum's conferences."""
        forums = (party for party in register.parties.values() if party.kind is PartyKind.FORUM)
        acronyms = tuple(
            name for party in forums for name in dict.fromkeys((party.name, party.english)) if party.full
        )
        return self.model_copy(update={"events": self.events.model_copy(update={"numbered": acronyms})})

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the `cues` folder of a folder of data files; raise FaultyData on a mistake."""
        cues = folder / "cues"
        return cls(
            duties=load_yaml(cues / "duties.yaml", DutyCueFile),
            courtesies=load_yaml(cues / "courtesies.yaml", CueFile),
            actors=load_yaml(cues / "actors.yaml", ActorCues),
            events=load_yaml(cues / "events.yaml", EventCues),
            deadlines=load_yaml(cues / "deadlines.yaml", DeadlineCues),
            grammar=load_yaml(cues / "grammar.yaml", Grammar),
            roles=load_yaml(cues / "roles.yaml", dict[Role, RoleCues]),
            deeds=load_yaml(cues / "deeds.yaml", dict[Role, RoleCues]),
        )
