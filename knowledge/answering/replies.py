"""What is said when no provision answers: courtesies, and that the acts don't say."""

from collections.abc import Iterable

from knowledge.answering.courtesies import Courtesy
from knowledge.stores.documents import Document
from knowledge.values.answers import Answer, Outcome, Suggestion
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Question, QuestionKind

_ABOUT = mark(
    "Respondo preguntas sobre los acuerdos de las reuniones y cito la conclusión que lo dice. "
    "Por ejemplo: «¿Qué talleres hay?» o «conclusión 3»."
)
_COURTESIES = {
    Courtesy.GREETING: mark("Buen día. ¿Qué desea saber de los acuerdos?"),
    Courtesy.AGREEMENT: mark("Con gusto. ¿Desea saber algo más de los acuerdos?"),
    Courtesy.THANKS: mark("Con gusto. Quedo a su disposición."),
    Courtesy.FAREWELL: mark("Hasta pronto."),
    Courtesy.TEST: mark("Aquí estoy. ¿Qué desea saber de los acuerdos?"),
    Courtesy.COMPLAINT: mark(
        "Lamento no haberle sido útil. Pruebe con otras palabras o con el número de la conclusión."
    ),
    Courtesy.HELP: _ABOUT,
}


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


def nothing(
    question: Question,
    lead: Iterable[Notice],
    suggestions: Iterable[Suggestion] = (),
) -> Answer:
    """Say that the acts don't answer, and why."""
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.NOTHING,
        kind=question.kind,
        lead=tuple(lead),
        suggestions=tuple(suggestions),
    )


def not_found(documents: Iterable[Document]) -> tuple[Notice, ...]:
    """Say that nothing was found, and which acts are known."""
    known = tuple(documents)
    sorry = notice(mark("No consta en las actas que conozco."))
    if len(known) == 1 and known[0].meeting.body and known[0].meeting.city and known[0].meeting.start:
        meeting = known[0].meeting
        return (
            sorry,
            notice(
                mark("Conozco el acta de la reunión del {body} en {city} ({start})."),
                body=(meeting.body or "",),
                city=meeting.city or "",
                start=known[0].meeting.start,
            ),
        )
    return sorry, notice(mark("Conozco {number} actas."), number=len(known))
