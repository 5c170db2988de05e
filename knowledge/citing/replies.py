"""Word the replies when no provision answers: to greetings and the like, and that the acts don't say."""

from collections.abc import Iterable, Sequence

from knowledge.stores.documents import Document
from knowledge.understanding.intents import REFUSED, Intent
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer, Finding, Outcome, Suggestion
from knowledge.values.notices import Notice, counted, mark, mark_plural, notice
from knowledge.values.questions import QuestionKind

WHICH = notice(mark("¿Se refiere a alguna de estas?"))

NO_ACTS = notice(
    mark("Todavía no hay actas cargadas. En cuanto la secretaría cargue una, podrá preguntar por ella.")
)
"""The reply while no act is loaded."""

_ABOUT = mark(
    "Respondo preguntas sobre los acuerdos de las reuniones y cito la conclusión que lo dice. "
    "Por ejemplo: «¿Qué talleres hay?» o «conclusión 3»."
)
_SAID = {
    Intent.GREETING: mark("Saludos. ¿Qué desea saber de los acuerdos?"),
    Intent.WISH: mark("Muchas gracias, igualmente. ¿Qué desea saber de los acuerdos?"),
    Intent.AGREEMENT: mark("Con gusto. ¿Desea saber algo más de los acuerdos?"),
    Intent.PRAISE: mark("Muy amable. ¿Desea saber algo más de los acuerdos?"),
    Intent.THANKS: mark("Con gusto. Quedo a su disposición."),
    Intent.FAREWELL: mark("Hasta pronto."),
    Intent.APOLOGY: mark("No se preocupe. Quedo a su disposición para consultar los acuerdos."),
    Intent.PATIENCE: mark("Con gusto le espero."),
    Intent.SMALL_TALK: mark("De eso no sé conversar: solo consulto actas. ¿Qué desea saber de los acuerdos?"),
    Intent.TEST: mark("Aquí estoy. ¿Qué desea saber de los acuerdos?"),
    Intent.COMPLAINT: mark(
        "Lamento no haberle sido útil. Pruebe con otras palabras o con el número de la conclusión."
    ),
    Intent.LANGUAGE: mark("Respondo en español y en inglés, según me escriba."),
    Intent.IDENTITY: mark(
        "Soy un programa: busco en las actas y cito la conclusión que responde. No soy una persona."
    ),
    Intent.HELP: _ABOUT,
    Intent.CONTACT: mark(
        "Soy un programa y no puedo comunicarle con nadie, ni tengo direcciones o teléfonos. Escriba a la "
        "secretaría por donde suele hacerlo."
    ),
    Intent.DISTRESS: mark(
        "Lamento lo que le ocurre. Solo consulto actas de reuniones y no puedo ayudarle en su caso: si hay "
        "peligro, llame al número de emergencias de donde se encuentra. También puede dirigirse a: "
        "{help_contact}."
    ),
    Intent.ADVICE: mark(
        "No puedo aconsejar sobre casos personales: solo consulto actas de reuniones. Puede dirigirse a: "
        "{help_contact}."
    ),
    Intent.OPINION: mark("No opino: solo digo lo que consta en las actas."),
    Intent.COMMAND: mark("Solo respondo preguntas sobre lo que consta en las actas."),
}
_TONGUE = mark("Respondo en español o en inglés. · I answer in Spanish or in English.")
_KNOWN_ACTS = mark_plural("Conozco {number} acta.", "Conozco {number} actas.")


def courteous(question: Question, intent: Intent) -> Answer:
    """Reply to a message that isn't for acts to answer.

    Serious requests that acts can't answer get no courtesy, nor does the wish to talk to a person.
    """
    kind = QuestionKind.HELP if intent is Intent.HELP else QuestionKind.COURTESY
    refused = intent in REFUSED or intent is Intent.CONTACT
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.NOTHING if refused else Outcome.COURTESY,
        kind=question.kind if refused else kind,
        lead=(notice(_SAID[intent]),),
    )


def answered(
    question: Question, findings: Iterable[Finding], kind: QuestionKind, lead: Iterable[Notice] = ()
) -> Answer:
    """Answer with findings, best first, under a common lead."""
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.FOUND,
        kind=kind,
        findings=tuple(findings),
        lead=tuple(lead),
    )


def nothing(question: Question, lead: Iterable[Notice], suggestions: Iterable[Suggestion] = ()) -> Answer:
    """Say that the acts don't answer, and why."""
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.NOTHING,
        kind=question.kind,
        lead=tuple(lead),
        suggestions=tuple(suggestions),
    )


def other_tongue() -> tuple[Notice, ...]:
    """Say which languages the bot answers in."""
    return (notice(_TONGUE),)


def not_found(documents: Sequence[Document]) -> tuple[Notice, ...]:
    """Say that nothing was found, and which acts are known."""
    return notice(mark("No consta en las actas que conozco.")), known_acts(documents)


def other_meeting(documents: Sequence[Document]) -> tuple[Notice, ...]:
    """Say that the act of a meeting isn't at hand, and which acts are."""
    return notice(mark("No tengo el acta de esa reunión.")), known_acts(documents)


def lacks(document: Document) -> Notice:
    """Say that the act of a meeting has nothing on the question."""
    meeting = document.meeting
    if meeting.city and meeting.start:
        sentence = mark("En el acta de {city} ({year}) no consta.")
        return notice(sentence, city=meeting.city, year=str(meeting.start.year))
    return notice(mark("En el acta «{slug}» no consta."), slug=document.slug)


def known_acts(documents: Sequence[Document]) -> Notice:
    """Say which acts are known."""
    meeting = documents[0].meeting if len(documents) == 1 else None
    if meeting and meeting.body and meeting.city and meeting.start:
        return notice(
            mark("Conozco el acta de la reunión del {body} en {city} ({start})."),
            body=(meeting.body,),
            city=meeting.city,
            start=meeting.start,
        )
    return counted(_KNOWN_ACTS, len(documents))


def no_acts(text: str, language: str, kind: QuestionKind) -> Answer:
    """Reply to a question while no act is loaded."""
    return Answer(question=text, language=language, outcome=Outcome.NOTHING, kind=kind, lead=(NO_ACTS,))
