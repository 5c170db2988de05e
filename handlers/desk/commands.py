"""The commands of the secretariat's desk, in one table: for anybody else they don't exist."""

from handlers.command import Command
from handlers.desk.auditing import show_audit
from handlers.desk.backing_up import back_up
from handlers.desk.condition import show_condition
from handlers.desk.correcting.commands import correct
from handlers.desk.officers import Role
from handlers.desk.questions import answer_question, show_questions
from handlers.desk.reloading import reload
from handlers.desk.retiring import retire
from handlers.desk.reverting import revert
from handlers.desk.synonyms import add_synonyms
from handlers.desk.tracking.balances import show_balances
from handlers.desk.tracking.exporting import export
from handlers.desk.tracking.history import show_history
from handlers.desk.tracking.marking import marking
from knowledge.values.notices import mark
from knowledge.values.tracking import Fulfilment

OFFICER_COMMANDS = (
    Command(
        show_questions,
        ("preguntas",),
        ("questions",),
        mark("las preguntas que no se contestaron bien"),
        role=Role.EDITOR,
    ),
    Command(
        correct,
        ("corregir",),
        ("correct",),
        mark("corregir lo que se leyó: plazo, responsable, tipo"),
        "16a",
        role=Role.EDITOR,
    ),
    Command(answer_question, ("respuesta",), ("answer",), role=Role.EDITOR),
    Command(
        show_condition,
        ("estado",),
        ("status",),
        mark("cómo está el bot: actas, preguntas, copias"),
        role=Role.EDITOR,
    ),
    Command(reload, ("recargar",), ("reload",), mark("leer de nuevo las actas"), role=Role.ADMIN),
    Command(
        retire,
        ("retirar",),
        ("retire",),
        mark("retirar un acta"),
        "2017",
        role=Role.ADMIN,
    ),
    Command(revert, ("revertir",), ("revert",), mark("volver a las actas de antes"), role=Role.ADMIN),
    Command(
        add_synonyms,
        ("sinonimo", "sinónimo"),
        ("synonym",),
        mark("enseñarme palabras que significan lo mismo"),
        role=Role.ADMIN,
    ),
    Command(
        marking(Fulfilment.DONE),
        ("cumplida", "cumplido"),
        ("done",),
        mark("anotar que un compromiso se cumplió"),
        "16a {country}",
        role=Role.EDITOR,
    ),
    Command(
        marking(Fulfilment.IN_PROGRESS),
        ("en_curso", "encurso"),
        ("in_progress", "inprogress"),
        mark("anotar que un compromiso está en curso"),
        "16a",
        role=Role.EDITOR,
    ),
    Command(
        marking(Fulfilment.OPEN),
        ("reabrir",),
        ("reopen",),
        mark("anotar que un compromiso sigue pendiente"),
        "16a",
        role=Role.EDITOR,
    ),
    Command(
        show_history,
        ("historial",),
        ("history",),
        mark("todo lo anotado de un compromiso, con sus constancias"),
        "16a",
        role=Role.EDITOR,
    ),
    Command(
        show_balances,
        ("avance",),
        ("progress",),
        mark("quién ha cumplido qué, en una tabla"),
        "2017",
        role=Role.EDITOR,
    ),
    Command(
        export,
        ("exportar",),
        ("export",),
        mark("los compromisos en una tabla, que puede editar y enviarme de vuelta"),
        role=Role.EDITOR,
    ),
    Command(
        show_audit,
        ("auditoria", "auditoría"),
        ("audit",),
        mark("quién cambió qué, y deshacerlo"),
        role=Role.ADMIN,
    ),
    Command(
        back_up,
        ("respaldo",),
        ("backup",),
        mark("hacer ahora una copia de seguridad"),
        role=Role.ADMIN,
    ),
)
