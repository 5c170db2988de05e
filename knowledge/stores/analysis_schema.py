"""The tables of a file for analysts, and the descriptions of their columns."""

TABLES = """
CREATE TABLE acts (
    slug TEXT PRIMARY KEY, body TEXT, title TEXT NOT NULL, city TEXT, country TEXT, starts_on TEXT,
    ends_on TEXT, language TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE parties (
    name TEXT PRIMARY KEY, english TEXT NOT NULL, kind TEXT NOT NULL, is_member INTEGER NOT NULL
) STRICT;
CREATE TABLE provisions (
    id TEXT PRIMARY KEY, act TEXT NOT NULL REFERENCES acts (slug), reference TEXT NOT NULL,
    position INTEGER NOT NULL, kind TEXT NOT NULL, parent TEXT REFERENCES provisions (id),
    page INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE roles (
    provision TEXT NOT NULL REFERENCES provisions (id), party TEXT NOT NULL REFERENCES parties (name),
    role TEXT NOT NULL, PRIMARY KEY (provision, party)
) STRICT;
CREATE TABLE commitments (
    id TEXT PRIMARY KEY, act TEXT NOT NULL REFERENCES acts (slug),
    provision TEXT NOT NULL REFERENCES provisions (id), kind TEXT NOT NULL, action TEXT NOT NULL,
    quote TEXT NOT NULL, inferred TEXT NOT NULL, reviewed TEXT NOT NULL
) STRICT;
CREATE TABLE commitment_parties (
    commitment TEXT NOT NULL REFERENCES commitments (id), party TEXT NOT NULL REFERENCES parties (name),
    role TEXT NOT NULL, PRIMARY KEY (commitment, party, role)
) STRICT;
CREATE TABLE deadlines (
    commitment TEXT PRIMARY KEY REFERENCES commitments (id), wording TEXT NOT NULL, precision TEXT NOT NULL,
    starts_on TEXT, ends_on TEXT
) STRICT;
CREATE TABLE status (
    commitment TEXT NOT NULL REFERENCES commitments (id), party TEXT NOT NULL, fulfilment TEXT NOT NULL,
    day TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (commitment, party)
) STRICT;
CREATE TABLE events (
    id INTEGER PRIMARY KEY, act TEXT NOT NULL REFERENCES acts (slug),
    provision TEXT NOT NULL REFERENCES provisions (id), name TEXT NOT NULL, place TEXT, starts_on TEXT,
    ends_on TEXT, precision TEXT NOT NULL, status TEXT NOT NULL, organizers TEXT NOT NULL
) STRICT;
CREATE TABLE glossary (
    id INTEGER PRIMARY KEY, act TEXT NOT NULL REFERENCES acts (slug), acronym TEXT NOT NULL,
    expansion TEXT NOT NULL, provision TEXT REFERENCES provisions (id)
) STRICT;
CREATE VIEW commitments_overview AS
SELECT c.id AS commitment, a.slug AS act, a.starts_on AS meeting_on, p.reference, c.kind, c.action,
    (SELECT group_concat(party, '; ') FROM commitment_parties
        WHERE commitment = c.id AND role = 'responsible') AS responsible,
    d.wording AS deadline, d.ends_on AS due_on, coalesce(s.fulfilment, 'open') AS status, s.day AS status_on,
    s.note, p.page, c.quote
FROM commitments c JOIN acts a ON a.slug = c.act JOIN provisions p ON p.id = c.provision
LEFT JOIN deadlines d ON d.commitment = c.id LEFT JOIN status s ON s.commitment = c.id AND s.party = ''
ORDER BY a.starts_on DESC, p.position;
CREATE VIEW deadlines_overview AS
SELECT due_on, deadline, responsible, action, status, act, reference, commitment FROM commitments_overview
WHERE deadline IS NOT NULL ORDER BY due_on IS NULL, due_on;
CREATE VIEW parties_overview AS
SELECT cp.party, p.kind, count(*) AS commitments,
    sum(coalesce(own.fulfilment, every.fulfilment, 'open') = 'done') AS done,
    sum(coalesce(own.fulfilment, every.fulfilment, 'open') = 'in_progress') AS in_progress,
    sum(coalesce(own.fulfilment, every.fulfilment, 'open') = 'open') AS open, max(d.ends_on) AS last_due_on
FROM commitment_parties cp JOIN parties p ON p.name = cp.party
LEFT JOIN status own ON own.commitment = cp.commitment AND own.party = cp.party
LEFT JOIN status every ON every.commitment = cp.commitment AND every.party = ''
LEFT JOIN deadlines d ON d.commitment = cp.commitment
WHERE cp.role = 'responsible' GROUP BY cp.party ORDER BY commitments DESC, cp.party;
CREATE VIEW status_overview AS
SELECT act, status, count(*) AS commitments, count(due_on) AS with_a_day FROM commitments_overview
GROUP BY act, status ORDER BY act DESC, status;
"""

INDEXES = {
    "provisions": (("act", "position"), ("parent",)),
    "roles": (("party", "role"),),
    "commitments": (("act",), ("provision",), ("kind",)),
    "commitment_parties": (("party", "role"),),
    "deadlines": (("ends_on",),),
    "status": (("fulfilment",),),
    "events": (("act",), ("starts_on",), ("provision",)),
    "glossary": (("acronym",), ("act",)),
}
"""The indexed columns, by table."""

_DAYS = {"starts_on": "primer día, AAAA-MM-DD", "ends_on": "último día, AAAA-MM-DD"}
_ACT = {"act": "el acta, por su nombre corto"}
_PROVISION = {"provision": "la disposición: acta#referencia"}
_COMMITMENT = {"commitment": "el compromiso: acta#referencia, y ~2 para el segundo de una disposición"}
_ACTION = {"action": "qué hay que hacer", "kind": "obligación, invitación, evento, aprobación o seguimiento"}
_STATE = {
    "status": "open (pendiente), in_progress (en curso) o done (cumplido)",
    "reference": "C16.a: Conclusión 16, inciso a; R2: Recomendación 2",
    "responsible": "a quién obliga, separados por «;»",
    "deadline": "el plazo con las palabras del acta",
    "due_on": "último día del plazo, si es un día conocido",
}

DESCRIPTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "acts": (
        "Las actas, una por reunión.",
        {
            "slug": "nombre corto del acta",
            "body": "órgano que se reunió",
            "title": "título de la reunión",
            "city": "ciudad de la reunión",
            "country": "país de la reunión",
            "language": "idioma del acta: es o en",
            "source": "nombre del archivo",
            "sha256": "huella del archivo",
            **_DAYS,
        },
    ),
    "parties": (
        "Países, organismos, redes y grupos.",
        {
            "name": "nombre",
            "english": "nombre en inglés",
            "kind": "country, organization, office, forum, network o group",
            "is_member": "1 si es país miembro del foro",
        },
    ),
    "provisions": (
        "Conclusiones, incisos, recomendaciones y demás disposiciones, palabra por palabra.",
        {
            "id": "acta#referencia",
            "reference": "C16.a: Conclusión 16, inciso a; R2: Recomendación 2",
            "position": "orden en el acta, desde 1",
            "kind": "qué es en el acta",
            "parent": "la disposición a la que pertenece un inciso",
            "page": "página del acta",
            "text": "texto, palabra por palabra",
            **_ACT,
        },
    ),
    "roles": (
        "Por qué se nombra a cada parte en una disposición.",
        {"party": "la parte", "role": "responsable, destinataria, anfitriona, mencionada…", **_PROVISION},
    ),
    "commitments": (
        "Los compromisos: quién debe hacer qué.",
        {
            "id": "acta#referencia, y ~2 para el segundo de una disposición",
            "quote": "la cláusula que obliga, palabra por palabra",
            "inferred": "qué no dice el texto, sino que se deduce",
            "reviewed": "qué decidió una persona de la secretaría",
            **_ACTION,
            **_ACT,
            **_PROVISION,
        },
    ),
    "commitment_parties": (
        "A quién obliga, a quién se dirige y quién apoya cada compromiso.",
        {"party": "la parte", "role": "responsible, recipient o supporter", **_COMMITMENT},
    ),
    "deadlines": (
        "Los plazos de los compromisos.",
        {
            "wording": "con las palabras del acta",
            "precision": "cuán exacto es: día, mes, año, periódico…",
            **_DAYS,
            **_COMMITMENT,
        },
    ),
    "status": (
        "Lo que la secretaría anotó de cada compromiso; lo que no está aquí sigue pendiente.",
        {
            "party": "de quién se anotó; vacío, de todos en conjunto",
            "fulfilment": "open (pendiente), in_progress (en curso) o done (cumplido)",
            "day": "desde qué día",
            "note": "nota",
            **_COMMITMENT,
        },
    ),
    "events": (
        "Talleres, foros y reuniones que las actas anuncian.",
        {
            "id": "número",
            "name": "nombre",
            "place": "lugar",
            "precision": "cuán exacta es la fecha",
            "status": "cuán firme es: programado, comprometido, propuesto o mencionado",
            "organizers": "quién lo organiza, separados por «;»",
            **_DAYS,
            **_ACT,
            **_PROVISION,
        },
    ),
    "glossary": (
        "Las siglas y lo que significan.",
        {"id": "número", "acronym": "sigla", "expansion": "qué significa", **_ACT, **_PROVISION},
    ),
    "commitments_overview": (
        "Los compromisos con su responsable, plazo y estado: lo más nuevo primero.",
        {
            "meeting_on": "primer día de la reunión",
            "status_on": "desde qué día",
            "note": "nota de la secretaría",
            "page": "página del acta",
            "quote": "la cláusula que obliga, palabra por palabra",
            **_STATE,
            **_ACTION,
            **_ACT,
            **_COMMITMENT,
        },
    ),
    "deadlines_overview": (
        "Los plazos, por fecha.",
        {**_STATE, "action": "qué hay que hacer", **_ACT, **_COMMITMENT},
    ),
    "parties_overview": (
        "Cuánto le toca a cada parte, y cuánto de eso se cumplió.",
        {
            "party": "la parte",
            "kind": "qué es",
            "commitments": "compromisos que la obligan",
            "done": "cumplidos",
            "in_progress": "en curso",
            "open": "pendientes",
            "last_due_on": "el último de sus plazos",
        },
    ),
    "status_overview": (
        "Compromisos por acta y estado.",
        {
            "commitments": "cuántos",
            "with_a_day": "cuántos con un día conocido",
            "status": _STATE["status"],
            **_ACT,
        },
    ),
}
"""The description of each table and view, and of its columns."""
