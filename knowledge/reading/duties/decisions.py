"""Read the meeting's own decisions: agreements, pledges, accepted offers and recommended approvals."""

from dataclasses import replace

from knowledge.language.folding import fold
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.complements import ComplementReader
from knowledge.reading.duties.cues import Cues, Means
from knowledge.reading.duties.duties import Duty, Part, duty_of
from knowledge.reading.duties.grants import GrantReader
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases
from knowledge.reading.duties.tasks import TaskReader
from knowledge.reading.duties.thatclauses import Doing
from knowledge.values.acts import CommitmentKind
from knowledge.values.references import Section

_OFFER_WITHIN = 6
_AND = frozenset({"y", "e", "and"})
_OF = frozenset({"de", "del", "of"})
_DENYING = frozenset({"no", "not"})
_THAT = frozenset({"que", "that"})
_AS = frozenset({"como", "as"})
_HOSTS = frozenset({"sede", "anfitrion", "anfitriona", "host", "venue"})
_WE = frozenset({"nos", "we", "ourselves"})
_ITS = frozenset({"su", "sus", "its", "their"})
_WILL = frozenset({"will", "shall"})
_RELATIVES = frozenset({"que", "which", "that"})
_OFFERED = frozenset({"de", "del", "para", "a", "to", "of"})


class DecisionReader:
    """Reads decisions, which bind the members unless they name other parties."""

    def __init__(self, around: Surroundings, cues: Cues, complements: ComplementReader) -> None:
        self._around = around
        self._lists = around.lists
        self._deciders = around.deciders
        self._complements = complements
        self._tasks = TaskReader(around)
        self._grants = GrantReader(around, complements)
        self._offers = frozenset(map(fold, cues.actors.offers))
        self._accepting, self._welcoming = cues.actors.accepting, cues.actors.welcoming
        self._made_up = WordPhrases((*cues.actors.made_up_of, *cues.actors.in_charge))
        self._charged = WordPhrases(cues.actors.charged_with)
        self._deciding = {
            cue.cue.split()[0]
            for cue in (*cues.courtesies.es, *cues.courtesies.en)
            if cue.means is Means.DECIDE
        }

    def do(self, clause: Clause, section: Section) -> Duty:
        """Read «Realizar un foro»; «integrado por X» names the responsible party."""
        start = clause.head.body
        created = self._created(clause, start)
        if created:
            return created
        if clause.head.subject:
            return duty_of(clause, self._lists.names(clause.head.subject, clause.passage), Doing.NOUN, start)
        members = self._members(clause, start)
        names = members or self._deciders.implied(section)
        return duty_of(clause, names, Doing.INFINITIVE, start, inferred=not members)

    def _is_of_meeting(self, passage: Passage, index: int) -> bool:
        """Tell whether the meeting speaks, which binds all: «La Reunión tomó nota y se comprometió»."""
        said = {token.word for token in passage.tokens[passage.sentence(index)[0] : index]}
        return not said.isdisjoint(self._around.grammar.collective | self._deciders.nouns)

    def pledge(self, clause: Clause, section: Section, topic: tuple[str, ...]) -> Duty | None:
        """Read «Estos países se comprometieron a …», «Reiterar el compromiso de …»."""
        head, passage = clause.head, clause.passage
        start = head.body
        listed = head.subject
        owners = self._lists.read(passage, start)
        if listed is None and owners and owners.end + 1 < clause.end:
            listed, start = owners, owners.end + (passage.tokens[owners.end].word in _OFFERED)
        worded = (head.worded,) if head.worded else ()
        told = self._lists.names(listed, passage, topic) if listed else worded
        said = range(head.start, head.body)
        one = any(passage.raw(each).lower().endswith("ó") for each in said)
        if not told and len(topic) == 1 and one:
            told = topic  # «…; en consecuencia, se comprometió a entregarlo»
        elif not told and any(passage.tokens[each].word in _WE for each in said):
            told = self._we()
        alone = one and not self._is_of_meeting(passage, head.start)
        names = told or (() if alone else self._deciders.implied(section))
        doing = self.doing(clause, start)
        if self._tasks.is_cause(clause, start) or (head.worded and doing is Doing.NOUN):
            return None
        if start >= clause.end:
            doing = Doing.NONE
        elif (
            doing is Doing.NOUN
            and head.cue
            and not self._names_doing(clause, start)
            and passage.tokens[head.body - 1].word not in {"a", "to"}
            and not (told and self._tasks.is_task(clause, start))
        ):
            return None
        return duty_of(clause, names, doing, start, inferred=not (listed or worded))

    def _we(self) -> tuple[str, ...]:
        """Return the subject of «nos comprometemos»: the body that met, unless the forum itself did."""
        body = self._around.body
        return () if body is None or body in self._deciders.meeting else (body,)

    def agree(self, clause: Clause, section: Section, topic: tuple[str, ...]) -> Duty | None:
        """Read «Se acordó celebrar …», «Acordaron que la ST …», «Acordar la creación de …»."""
        head, passage = clause.head, clause.passage
        start = head.body
        while start < clause.end and passage.tokens[start].sort is Sort.MARK:
            start += 1
        also = self._around.skip(passage, start, self._around.grammar.adverbs - _DENYING)
        start = also if also < clause.end and passage.tokens[also].word in _THAT else start
        word = passage.tokens[start].word if start < clause.end else ""
        told = passage.tokens[start - 1].word in _THAT  # part of a cue like «establecer que»
        if word in _THAT or told:
            start -= told
            topic = topic or (self._lists.names(head.subject, passage) if head.subject else ())
            found = self._complements.that.agreed(passage, start + 1, clause.end, topic)
            return duty_of(clause, found.names, found.doing, found.verb, inferred=found.inferred)
        if offer := self._offer(clause, topic):
            return offer
        start += word in {"to", "en", "a"}
        doing = self.doing(clause, start)
        if start >= clause.end or (doing is Doing.NOUN and not self._names_doing(clause, start)):
            return None
        names = self._lists.names(head.subject, passage, topic) if head.subject else ()
        theirs = names and not set(names) & {*self._deciders.meeting, self._around.body}
        if theirs or passage.raw(head.start).lower() in {"se", "it"}:
            speaks = self._deciders.speaking.issuperset(names)
            doers = self._members(clause, start) if speaks else ()
            return duty_of(clause, doers or (names if theirs else ()), doing, start)
        created = self._created(clause, start)
        if created:
            return created
        members = self._members(clause, start)
        return duty_of(clause, members or self._deciders.implied(section), doing, start, inferred=not members)

    def _created(self, clause: Clause, start: int) -> Duty | None:
        """Read the task of a new body: «Crear un Grupo Técnico, que presentará …», «…, encargado de …»."""
        passage = clause.passage
        body = self._around.skip(passage, start + 1, self._around.grammar.determiners | _OF | {"a", "an"})
        if body >= clause.end or passage.tokens[body].sort is not Sort.PARTY:
            return None
        name = passage.tokens[body].party
        if not self._lists.is_worded(name):
            return None
        end = passage.sentence(start)[1]
        for index in range(body + 1, end - 1):
            word = passage.tokens[index].word
            will = (
                self._around.verbs.is_coming(passage.raw(index + 1))
                or passage.tokens[index + 1].word in _WILL
            )
            if word in _RELATIVES and will:
                verb = self._complements.that.finite_verb(passage, index + 1, end)
                longer = replace(clause, end=end) if index >= clause.end else clause
                return duty_of(longer, (name,), Doing.FINITE, verb)
            charged = self._charged.after(passage, index)
            if charged and charged < clause.end and self._around.is_infinitive(passage, charged):
                return duty_of(clause, (name,), Doing.INFINITIVE, charged)
        return None

    def _members(self, clause: Clause, start: int) -> tuple[str, ...]:
        """Return the parties that carry out a decision: «a cargo de X», «…, que convocará X»."""
        passage = clause.passage
        named = self._lists.named_after(self._made_up, passage, start, clause.end)
        for index in range(start + 1, passage.sentence(start)[1] - 2) if not named else ():
            relative = passage.tokens[index].word == "que" and passage.tokens[index - 1].word == ","
            if relative and self._around.verbs.is_coming(passage.raw(index + 1)):
                listed = self._lists.read(passage, index + 2)
                addressed = passage.tokens[index + 2].word in self._around.grammar.prepositions
                return self._lists.names(listed, passage) if listed and not addressed else ()
        return named

    def _names_doing(self, clause: Clause, start: int) -> bool:
        """Tell «la creación de un grupo», an action, from «la aprobación del plan», a decision."""
        tokens = clause.passage.tokens
        start += tokens[start].word in self._around.grammar.determiners
        verb = self._around.verbs.verb_of_action(tokens[start].word) if start < clause.end else None
        return verb is not None and verb not in self._deciding

    def decide(
        self, clause: Clause, before: Clause | None, section: Section, topic: tuple[str, ...]
    ) -> Duty | None:
        """Read an accepted offer or choice of host as a duty of that party, or a recommended approval.

        `before` is the previous clause: «Agradecer el ofrecimiento de X de ser sede del taller y aceptarlo».
        """
        accepts = self._accepts(clause)
        if accepts and clause.head.refers and before:
            offer = self._offer(before, topic)
        else:
            offer = self._offer(clause, topic) if accepts else None
        if offer or (offer := self._host(clause) or (self._grants.read(clause, topic) if accepts else None)):
            return offer
        if section is not Section.RECOMMENDATION or clause.move is not Move.DECIDE:
            return None
        return duty_of(
            clause,
            self._deciders.adopting,
            Doing.INFINITIVE if clause.head.body < clause.end else Doing.NONE,
            clause.head.body - 1,
            kind=CommitmentKind.APPROVAL,
            inferred=True,
        )

    def welcomed(self, clause: Clause, topic: tuple[str, ...]) -> Duty | None:
        """Read «Se acoge con agradecimiento el ofrecimiento de Canadá de … en julio».

        A welcomed offer is accepted only if it has a day.
        """
        said = (token.word for token in clause.passage.tokens[clause.head.start : clause.head.body])
        welcomes = any(word.startswith(self._welcoming) for word in said)
        offer = self._offer(clause, topic) if welcomes else None
        return replace(offer, purpose=True) if offer else None

    def approved(self, clause: Clause, section: Section, agent: tuple[str, ...]) -> Duty | None:
        """Read an item of «Aprobar las siguientes actividades:»; `agent` is its responsible party, if any."""
        if agent:
            return duty_of(clause, agent, Doing.NOUN, clause.head.start)
        if section is not Section.RECOMMENDATION:
            return None
        approval = CommitmentKind.APPROVAL
        implicit = self._deciders.implied(section)
        return duty_of(clause, implicit, Doing.NOUN, clause.head.start, kind=approval, inferred=True)

    def _offer(self, clause: Clause, topic: tuple[str, ...]) -> Duty | None:
        """Read «Aceptar el ofrecimiento de Panamá de ser sede del Seminario»."""
        tokens, body, end = clause.passage.tokens, clause.head.body, clause.end
        near = range(body, min(end, body + _OFFER_WITHIN))
        offer = next((each for each in near if tokens[each].word in self._offers), None)
        if offer is None:
            return None
        parties = [each for each in self._lists.all(clause.passage) if body <= each.start < end]
        listed = next(
            (each for each in parties if offer < each.start or each.end <= offer <= each.end + 2), None
        )
        its = tokens[offer - 1].word in _ITS and offer > body
        if its and topic:
            names, after = topic, offer + 1
        elif listed:
            names, after = self._lists.names(listed, clause.passage, topic), max(offer + 1, listed.end)
        else:
            return None
        verb = self._around.skip(clause.passage, after, _OFFERED)
        if verb >= end:
            return None
        return Duty(names, self._offered(clause, verb), CommitmentKind.OBLIGATION, inferred=its)

    def _host(self, clause: Clause) -> Duty | None:
        """Read «Designar a Jamaica como sede del Congreso» as a duty of Jamaica."""
        passage, start = clause.passage, clause.head.body
        start += start < clause.end and passage.tokens[start].word in {"a", "al"}
        listed = self._lists.read(passage, start) if start < clause.end else None
        if listed is None or listed.end + 2 >= clause.end:
            return None
        if passage.tokens[listed.end].word not in _AS:
            return None
        role = self._around.skip(passage, listed.end + 1, self._around.grammar.determiners)
        if role >= clause.end or passage.tokens[role].word not in _HOSTS:
            return None
        part = Part(clause, role, Doing.ROLE)
        return Duty(self._lists.names(listed, passage), (part,), CommitmentKind.OBLIGATION)

    def _offered(self, clause: Clause, verb: int) -> tuple[Part, ...]:
        """Split an offer at «y de» or "and to": «de asumir la PPT y de ser sede de la XXI CRM»."""
        tokens = clause.passage.tokens
        for joiner in range(verb + 1, clause.end - 2):
            joins = tokens[joiner].word in _AND and tokens[joiner + 1].word in _OFFERED
            if joins and self._around.is_infinitive(clause.passage, joiner + 2):
                head = replace(clause.head, start=joiner, body=joiner + 2)
                rest = replace(clause, head=head, lead=joiner)
                first = Part(replace(clause, end=joiner), verb, Doing.INFINITIVE)
                return (first, *self._offered(rest, joiner + 2))
        return (Part(clause, verb, Doing.INFINITIVE),)

    def doing(self, clause: Clause, start: int) -> Doing:
        """Return whether the action at a token is an infinitive or a noun."""
        word = clause.passage.tokens[start].word if start < clause.end else ""
        infinitive = word.endswith("ing") or (start < clause.end and self._opens(clause, start))
        return Doing.INFINITIVE if infinitive else Doing.NOUN

    def _opens(self, clause: Clause, start: int) -> bool:
        before = clause.passage.tokens[start - 1].word if start else ""
        charged = before == "de" and self._around.is_infinitive_like(clause.passage, start)
        return before == "to" or charged or self._around.opens_doing(clause.passage, start)

    def _accepts(self, clause: Clause) -> bool:
        words = (token.word for token in clause.passage.tokens[: clause.head.body])
        return any(word.startswith(self._accepting) for word in words)
