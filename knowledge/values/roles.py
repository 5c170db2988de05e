"""The roles of parties."""

from enum import StrEnum


class Role(StrEnum):
    """Why a party is named in a provision; the last four are told of statements only.

    A DOER does or did something without being bound to it.
    """

    RESPONSIBLE = "responsible"
    RECIPIENT = "recipient"
    PROPOSER = "proposer"
    REQUESTER = "requester"
    THANKED = "thanked"
    HOST = "host"
    ORGANIZER = "organizer"
    SUPPORTER = "supporter"
    PARTICIPANT = "participant"
    ABSENT = "absent"
    MENTIONED = "mentioned"
    PAYER = "payer"
    OFFERER = "offerer"
    CHOSEN = "chosen"
    DOER = "doer"
