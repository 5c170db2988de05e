"""The distance of a day from today, in words."""

from datetime import date, timedelta

from babel.dates import format_timedelta

_MONTHS_A_YEAR = 12
_DAYS_A_MONTH, _DAYS_A_YEAR = 30, 365  # as Babel counts them


def whole_units(day: date, today: date, language: str) -> str:
    """Write the distance of a day in whole years or months: «hace 2 años»."""
    first, last = sorted((day, today))
    months = (last.year - first.year) * _MONTHS_A_YEAR + last.month - first.month - (last.day < first.day)
    years = months // _MONTHS_A_YEAR
    length = timedelta(days=years * _DAYS_A_YEAR if years else months * _DAYS_A_MONTH)
    # With a threshold of 1 Babel never rounds eleven months up to a year.
    return format_timedelta(
        length if day > today else -length, threshold=1, add_direction=True, locale=language
    )
