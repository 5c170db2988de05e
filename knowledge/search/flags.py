"""The kinds of answers that a provision holds: a date, a place, a task, a person."""

from enum import IntFlag


class Holds(IntFlag):
    """Kinds of answers, as bits of one number per provision."""

    NOTHING = 0
    DATE = 1
    DEADLINE = 2
    PLACE = 4
    EVENT = 8
    TASK = 16
    PROPOSAL = 32
    NUMBER = 64
    SUPPORT = 128
    PREAMBLE = 256
    SUB_ITEM = 512
    HAS_SUB_ITEMS = 1024
    COUNTRY = 2048
    ORGANIZATION = 4096
    PERSON = 8192
    ORGANIZER = 16384
    THANKS = 32768
    RECOMMENDATION = 65536
    TIME = 131072
