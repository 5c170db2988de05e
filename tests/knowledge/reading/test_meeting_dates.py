from datetime import date

import pytest

from knowledge.reading.structure.meeting_dates import find_date_ranges


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("20-22 de junio de 2017", "2017-06-20", "2017-06-22"),
        ("los días del 20 al 22 de junio de 2017", "2017-06-20", "2017-06-22"),
        ("24 y 25 de abril de 2007", "2007-04-24", "2007-04-25"),
        ("27, 28 Y 29 DE OCTUBRE DE 1999", "1999-10-27", "1999-10-29"),
        ("29 - 31 de octubre de 2018", "2018-10-29", "2018-10-31"),
        ("22 y 23 de marzo del año 2001", "2001-03-22", "2001-03-23"),
        ("26 y 27  de junio del 2014", "2014-06-26", "2014-06-27"),
        ("30 de junio de 2016", "2016-06-30", "2016-06-30"),
        ("1º de julio de 2016", "2016-07-01", "2016-07-01"),
        ("30 de mayo al 1 de junio de 2018", "2018-05-30", "2018-06-01"),
        ("31 de diciembre al 2 de enero de 2019", "2018-12-31", "2019-01-02"),
        ("December 2-3, 2003", "2003-12-02", "2003-12-03"),
        ("June 24-25,\n2014", "2014-06-24", "2014-06-25"),
        ("March 23rd and 24th, 2000", "2000-03-23", "2000-03-24"),
        ("on 12-14 November, 2014", "2014-11-12", "2014-11-14"),
        ("on this 12th day of September 2019", "2019-09-12", "2019-09-12"),
        ("May 30 to June 1, 2018", "2018-05-30", "2018-06-01"),
        ("May 30 - June 1, 2018", "2018-05-30", "2018-06-01"),
        ("martes 6 y miércoles 7 de mayo de 2008", "2008-05-06", "2008-05-07"),
        ("a los 6 y 7 días del mes de mayo del año 2008", "2008-05-06", "2008-05-07"),
        ("a los seis y siete días del mes de mayo de dos mil ocho", "2008-05-06", "2008-05-07"),
        ("el treinta y uno de mayo de dos mil", "2000-05-31", "2000-05-31"),
        ("el dos de junio de mil novecientos noventa y seis", "1996-06-02", "1996-06-02"),
        ("6-7/05/2008", "2008-05-06", "2008-05-07"),
        ("20.06.2017", "2017-06-20", "2017-06-20"),
        ("20.11.2018 - 22.11.2018", "2018-11-20", "2018-11-22"),
        ("05/06/2018 al 07/06/2018", "2018-06-05", "2018-06-07"),
        ("15.III.2021 y 16.III.2021", "2021-03-15", "2021-03-16"),
        ("5.III.2021", "2021-03-05", "2021-03-05"),
        ("meeting in Kingston on 2021-03-15", "2021-03-15", "2021-03-15"),
        ("2021-03-30 to 2021-04-01", "2021-03-30", "2021-04-01"),
        ("30 de noviembre de 2018 al 2 de diciembre de 2018", "2018-11-30", "2018-12-02"),
        ("30 December 2018 - 2 January 2019", "2018-12-30", "2019-01-02"),
    ],
)
def test_the_days_of_a_meeting_are_read(text: str, start: str, end: str) -> None:
    (found,) = find_date_ranges(text)

    assert (found.start, found.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    [
        "31 de febrero de 2017",
        "junio de 2017",
        "el 15 de julio",
        "22-20 de junio de 2017",
        "05/06/2018",
        "05/06/2018 - 05/08/2018",
    ],
)
def test_what_is_no_day_of_a_year_is_left(text: str) -> None:
    assert find_date_ranges(text) == []
