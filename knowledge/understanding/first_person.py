"""Questions about the asker's own country: «¿qué me toca?», "what are our deadlines?"."""

import re
from typing import NamedTuple

from knowledge.language.parties import PartyRegister

# May follow a bare question for duties: a time, not a topic.
_WHEN = (
    r"(?P<when>\s+(?:este|esta|en|antes|hasta|para|durante|hoy|mañana|pronto|ahora|"
    r"this|by|before|until|next|in|today|tomorrow|soon|now)\b[^?]*)?"
)
# May come after a greeting, or after saying who asks.
_BEGINS = r"(?:^\W*|(?<=[.,;:!?]\s)[¿¡]?)"
_ENDS = r"[\s?!.]*$"


class _Form(NamedTuple):
    """A wording in the first person, and its replacement."""

    pattern: re.Pattern[str]
    instead: str


_FORMS = (
    # «¿Qué debe hacer mi país?», "events in our country"
    _Form(re.compile(r"\b(?:mi|nuestro)\s+pa[ií]s\b|\b(?:my|our)\s+country\b", re.IGNORECASE), "{party}"),
    # «¿Qué me toca?», «¿qué nos toca hacer en julio?»
    _Form(
        re.compile(
            r"\b(?:me|nos)\s+(?P<verb>tocan?|corresponden?|faltan?|ha\s+(?:tocado|correspondido))(?P<do>\s+hacer|\s+cumplir)?"
            r"(?:\s+a\s+(?:m[ií]|nosotros|nosotras))?\b",
            re.IGNORECASE,
        ),
        r"le \g<verb>\g<do> a {party}",
    ),
    # «¿Y qué tenemos que hacer este año?», «¿qué tengo pendiente?»
    _Form(
        re.compile(
            rf"{_BEGINS}(?:y\s+)?qu[eé]\s+(?:tengo|tenemos|debo|debemos)\s+(?:que\s+)?"
            rf"(?:hacer|cumplir|pendientes?|por\s+hacer){_WHEN}{_ENDS}",
            re.IGNORECASE,
        ),
        r"¿Qué debe hacer {party}\g<when>?",
    ),
    # "What do we have to do?", "what are we supposed to do by July?"
    _Form(
        re.compile(
            rf"{_BEGINS}(?:and\s+)?what\s+(?:do|must|should|shall|are|am)\s+(?:we|i)\s+"
            rf"(?:have\s+to\s+|need\s+to\s+|supposed\s+to\s+|expected\s+to\s+)?do{_WHEN}{_ENDS}",
            re.IGNORECASE,
        ),
        r"What does {party} have to do\g<when>?",
    ),
    # «¿Hay algo para nosotros esta semana?», "is there anything for us?"
    _Form(re.compile(r"\b(?P<for>para)\s+(?:nosotr[oa]s|m[ií])\b", re.IGNORECASE), r"\g<for> {party}"),
    _Form(re.compile(r"\b(?P<for>anything\s+for)\s+(?:us|me)\b", re.IGNORECASE), r"\g<for> {party}"),
    # «¿Cuáles son nuestros plazos?»
    _Form(
        re.compile(
            r"\b(?:mis|nuestr[oa]s)\s+(?P<what>pendientes|compromisos|plazos|tareas|obligaciones|eventos)\b",
            re.IGNORECASE,
        ),
        r"\g<what> de {party}",
    ),
    # "What are our deadlines?"
    _Form(
        re.compile(
            r"\b(?:my|our)\s+(?P<what>commitments|deadlines|tasks|duties|obligations|events)\b", re.IGNORECASE
        ),
        r"\g<what> of {party}",
    ),
)

_I_AM = re.compile(
    r"(?<!\bno\s)\b(?:soy|somos|represento|representamos|i\s+am|i['’]m|we\s+are|we['’]re|(?:i|we)\s+represent)"
    # No word twice: «a» is Spanish and English.
    r"(?:\s+(?:a[ln]?|el|la|las|los|del?|un[oa]?|delegad[oa]s?|delegaci[oó]n|representantes?|"
    r"from|for|of|with|the|delegates?|delegation|representatives?))*\s*$",
    re.IGNORECASE,
)
"""The words before the name of the party that somebody speaks for: «somos la delegación de»."""


def said_to_be(text: str, register: PartyRegister) -> str | None:
    """Return the party that somebody claims to speak for, or None: «soy de Panamá, ¿qué me toca?»."""
    named = register.find(text, spoken=True)
    return next((each.name for each in named if _I_AM.search(text[: each.start])), None)


def speak_for(text: str, party: str) -> str | None:
    """Rewrite a question in the first person as one about a party; return None for other questions."""
    for form in _FORMS:
        match = form.pattern.search(text)
        if match:
            instead = match.expand(form.instead).replace("{party}", party)
            return text[: match.start()] + instead + text[match.end() :]
    return None
