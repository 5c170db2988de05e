"""What is said when no provision answers: courtesies, guards, and that the acts don't say."""

from collections.abc import Iterable, Sequence

from knowledge.answering.courtesies import Courtesy
from knowledge.answering.guards import Guard
from knowledge.stores.documents import Document
from knowledge.values.answers import Answer, Outcome, Suggestion
from knowledge.values.notices import Notice, mark, mark_plural, notice
from knowledge.values.questions import Question, QuestionKind

WHICH = notice(mark("¿Se refiere a alguna de estas?"))

_ABOUT = mark(
    "Respondo preguntas sobre los acuerdos de las reuniones y cito la conclusión que lo dice. "
    "Por ejemplo: «¿Qué talleres hay?» o «conclusión 3»."
)
_COURTESIES = {
    Courtesy.GREETING: mark("Saludos. ¿Qué desea saber de los acuerdos?"),
    Courtesy.WISH: mark("Muchas gracias, igualmente. ¿Qué desea saber de los acuerdos?"),
    Courtesy.AGREEMENT: mark("Con gusto. ¿Desea saber algo más de los acuerdos?"),
    Courtesy.PRAISE: mark("Muy amable. ¿Desea saber algo más de los acuerdos?"),
    Courtesy.THANKS: mark("Con gusto. Quedo a su disposición."),
    Courtesy.FAREWELL: mark("Hasta pronto."),
    Courtesy.APOLOGY: mark("No se preocupe. Quedo a su disposición para consultar los acuerdos."),
    Courtesy.PATIENCE: mark("Con gusto le espero."),
    Courtesy.SMALL_TALK: mark(
        "De eso no sé conversar: solo consulto actas. ¿Qué desea saber de los acuerdos?"
    ),
    Courtesy.TEST: mark("Aquí estoy. ¿Qué desea saber de los acuerdos?"),
    Courtesy.COMPLAINT: mark(
        "Lamento no haberle sido útil. Pruebe con otras palabras o con el número de la conclusión."
    ),
    Courtesy.LANGUAGE: mark("Respondo en español y en inglés, según me escriba."),
    Courtesy.IDENTITY: mark(
        "Soy un programa: busco en las actas y cito la conclusión que responde. No soy una persona."
    ),
    Courtesy.HELP: _ABOUT,
}
_GUARDS = {
    Guard.DISTRESS: mark(
        "Lamento lo que le ocurre. Solo consulto actas de reuniones y no puedo ayudarle en su caso: si hay "
        "peligro, llame al número de emergencias de donde se encuentra. También puede dirigirse a: "
        "{help_contact}."
    ),
    Guard.ADVICE: mark(
        "No puedo aconsejar sobre casos personales: solo consulto actas de reuniones. Puede dirigirse a: "
        "{help_contact}."
    ),
    Guard.OPINION: mark("No opino: solo digo lo que consta en las actas."),
    Guard.COMMAND: mark("Solo respondo preguntas sobre lo que consta en las actas."),
    Guard.TONGUE: mark("Respondo en español o en inglés. · I answer in Spanish or in English."),
}
_KNOWN_ACTS = mark_plural("Conozco {number} acta.", "Conozco {number} actas.")


def courteous(question: Question, courtesy: Courtesy) -> Answer:
    """Return a courtesy."""
    kind = QuestionKind.HELP if courtesy is Courtesy.HELP else QuestionKind.COURTESY
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.COURTESY,
        kind=kind,
        lead=(notice(_COURTESIES[courtesy]),),
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


def guarded(guard: Guard | None, documents: Sequence[Document]) -> tuple[Notice, ...]:
    """Say why a message is none for the acts, or that nothing was found."""
    if guard in _GUARDS:
        return (notice(_GUARDS[guard]),)
    return not_found(documents)


def not_found(documents: Sequence[Document]) -> tuple[Notice, ...]:
    """Say that nothing was found, and which acts are known."""
    return notice(mark("No consta en las actas que conozco.")), known_acts(documents)


def other_meeting(documents: Sequence[Document]) -> tuple[Notice, ...]:
    """Say that the act of a meeting isn't at hand, and which acts are."""
    return notice(mark("No tengo el acta de esa reunión.")), known_acts(documents)


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
    one, many = _KNOWN_ACTS
    return Notice(msgid=one, plural=many, count=len(documents), parameters={"number": len(documents)})
