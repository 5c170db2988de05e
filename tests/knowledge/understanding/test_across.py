"""Questions whose answer lies in several meetings."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import words
from knowledge.understanding.across import Across, AcrossFinder

FINDER = AcrossFinder.load(BUILT_IN.language)


@pytest.mark.parametrize(
    ("message", "across", "topic"),
    [
        pytest.param("¿En qué reuniones se habló de visas?", Across.MEETINGS, "de visas", id="meetings"),
        pytest.param("which meetings discussed the website?", Across.MEETINGS, "the website", id="dealing"),
        pytest.param("¿Cuántas veces se ha pedido?", Across.TIMES, "se ha pedido", id="times"),
        pytest.param("When were visas first mentioned?", Across.FIRST, "visas", id="first"),
        pytest.param(
            "When was the guide first requested?", Across.FIRST, "the guide requested", id="firstly"
        ),
        pytest.param("¿Cuándo fue la última vez que se trató la mora?", Across.LAST, "la la mora", id="last"),
        pytest.param("compare the fees", Across.COMPARISON, "the fees", id="comparison"),
        pytest.param("cómo ha cambiado la cuota", Across.TIMELINE, "la cuota", id="timeline"),
        pytest.param("How has the plan of action changed?", Across.TIMELINE, "the plan of action", id="how"),
        pytest.param("¿Qué reuniones fueron ordinarias?", Across.KIND, "ordinarias", id="kind"),
        pytest.param("which ones took place in Canada?", Across.KIND, "took place in canada", id="held"),
        pytest.param("which of them were ordinary?", Across.KIND, "ordinary", id="kind of those known"),
        pytest.param(
            "¿Cuántas asambleas extraordinarias hubo?", Across.KIND, "extraordinarias", id="assemblies"
        ),
        pytest.param("which assemblies were ordinary?", Across.KIND, "ordinary", id="assemblies in English"),
        pytest.param("en cuáles salió el Darién", Across.MEETINGS, "el darien", id="which of those known"),
        pytest.param("cada una de las reuniones ordinarias", Across.KIND, "las ordinarias", id="each"),
        pytest.param("¿Qué años se reunieron?", Across.KIND, "se reunieron", id="years"),
        pytest.param("qué se acordó de visas", Across.SAID, "de visas", id="said"),
        pytest.param("primera y última vez que se vio", Across.ENDS, "", id="first and last"),
        pytest.param("¿Cómo creció la cuota?", Across.TIMELINE, "la cuota", id="how it grew"),
        pytest.param("recorrido de la cuota año por año", Across.TIMELINE, "de la cuota", id="course"),
        pytest.param("sedes de las reuniones", Across.KIND, "de las", id="hosts"),
        pytest.param(
            "cursos de idiomas que ha habido", Across.SAID, "cursos de idiomas", id="all there were"
        ),
        pytest.param("¿Qué ha propuesto Canadá?", Across.DEEDS, "que ha propuesto canada", id="deeds"),
    ],
)
def test_what_is_wanted_of_several_meetings_is_told_from_the_topic(
    message: str, across: Across, topic: str
) -> None:
    tokens = words(message)
    named = FINDER.find(tokens)
    assert named is not None
    rest = [token for place, token in enumerate(tokens) if place not in named.places]
    assert (named.across, " ".join(rest)) == (across, topic)


@pytest.mark.parametrize(
    ("message", "perfect"),
    [
        pytest.param("¿Qué se le ha encargado a la OIM?", True, id="Spanish"),
        pytest.param("what has been said of fees?", True, id="English"),
        pytest.param("How many pages may the report have?", False, id="to have"),
        pytest.param("¿Sede de la reunión siguiente?", False, id="none"),
    ],
)
def test_the_perfect_tense_has_a_participle(message: str, *, perfect: bool) -> None:
    assert FINDER.is_so_far(words(message)) is perfect


def test_a_host_of_one_meeting_is_asked_of_no_others() -> None:
    assert FINDER.find(words("¿Quién iba a ser la sede después de la reunión?")) is None


@pytest.mark.parametrize(
    ("message", "several"),
    [
        pytest.param("¿Qué países han presidido la red?", True, id="countries"),
        pytest.param("which countries have chaired it?", True, id="in English"),
        pytest.param("¿Quién ha presidido la red?", False, id="one"),
        pytest.param("¿Qué países presiden la red?", False, id="now"),
    ],
)
def test_several_doers_are_asked_for_in_the_perfect_tense(message: str, *, several: bool) -> None:
    assert FINDER.asks_for_doers(words(message)) is several


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("¿Quién paga las cuotas?", id="one-provision"),
        pytest.param("the agreement changes visas", id="no-question-how"),
        pytest.param("en la reunión de mayo, ¿qué grupo se creó?", id="something-of-one-meeting"),
        pytest.param("when is the first workshop?", id="the-first-of-a-kind"),
    ],
)
def test_other_questions_want_nothing_of_several_meetings(message: str) -> None:
    named = FINDER.find(words(message))
    assert named is None or named.across is Across.SAID


@pytest.mark.parametrize(
    ("message", "taking_part"),
    [
        pytest.param("¿A qué reuniones asistió Belice?", Across.ATTENDED, id="attended"),
        pytest.param("¿A qué reuniones no asistió Belice?", Across.MISSED, id="denied"),
        pytest.param("which meetings did Belize miss?", Across.MISSED, id="missed"),
        pytest.param("¿En qué reuniones se habló de Belice?", None, id="neither"),
    ],
)
def test_taking_part_is_told_from_staying_away(message: str, taking_part: Across | None) -> None:
    named = FINDER.find(words(message))
    assert named is not None
    assert (named.taking_part[0] if named.taking_part else None) is taking_part
