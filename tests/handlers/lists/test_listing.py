"""What entries of lists say."""

from datetime import date

import pytest

from handlers.catalogue import load_catalogues
from handlers.lists.listing import render_deadline
from handlers.markup import plain
from knowledge.language.datafiles import BUILT_IN
from knowledge.values.acts import Deadline, Precision
from knowledge.values.answers import Citation, Finding
from knowledge.values.references import Reference
from tests.support.builders import make_meeting

TODAY = date(2019, 6, 10)


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        pytest.param(
            Deadline(text="a más tardar el 30", end=date(2019, 6, 30), precision=Precision.DAY),
            "Hasta el 30 de junio de 2019 · vence en 20 días",
            id="a day",
        ),
        pytest.param(
            Deadline(text="antes de que finalice el año", end=date(2018, 12, 31), precision=Precision.YEAR),
            "Hasta el 31 de diciembre de 2018 · venció hace 5 meses",
            id="the end of a year",
        ),
        pytest.param(
            Deadline(
                text="durante 2019",
                start=date(2019, 1, 1),
                end=date(2019, 12, 31),
                precision=Precision.YEAR,
            ),
            "Plazo: «durante 2019»",
            id="all of a year",
        ),
        pytest.param(
            Deadline(text="cada 1 de julio", end=date(2019, 7, 1), precision=Precision.RECURRING),
            "Periodicidad: «cada 1 de julio»",
            id="again and again",
        ),
    ],
)
def test_a_day_that_is_told_says_how_far_away_it_is(deadline: Deadline, said: str) -> None:
    citation = Citation(document="acta", reference=Reference.parse("C1"), meeting=make_meeting())
    finding = Finding(citation=citation, quote="…", score=1.0, deadline=deadline)
    text = render_deadline(finding, deadline, load_catalogues(BUILT_IN)["es"], TODAY)
    assert plain(text) == said
