"""Turn second participles of a passive active: «… y distribuido a los países», "… and sent to the TS"."""

import re

from knowledge.language.verbs import Verbs

_SPANISH = re.compile(
    r",? y (?P<participle>\w+[dt](?P<it>[oa]s?))(?= (?:al?|en|dentro|antes|durante|cada|con)\b|[,;]|$)"
)
_ENGLISH = re.compile(r",? and (?P<participle>[a-z]+)(?= (?:to|for|at|on|by|in|within|every)\b|$)")
_SEVERAL = re.compile(r"(?<![su])s$")
_OF = re.compile(r" (?:of|on|for|in|to|from)\b")


class SecondPassives:
    """Turns second participles of passives in actions into infinitives."""

    def __init__(self, verbs: Verbs) -> None:
        self._verbs = verbs

    def turned(self, action: str, thing: str) -> str:
        """Turn the second participle of an action whose first had `thing` as its subject."""
        them = "them" if _SEVERAL.search(_OF.split(thing, maxsplit=1)[0]) else "it"
        action = _SPANISH.sub(self._spanish, action)
        return _ENGLISH.sub(lambda match: self._english(match, them), action)

    def _spanish(self, match: re.Match[str]) -> str:
        """Turn «(elaborar el informe) y distribuido a los países» into «y distribuirlo a los países»."""
        if not self._verbs.is_participle(match["participle"].removesuffix(match["it"]) + "o"):
            return match[0]
        return f" y {self._verbs.verb_of_participle(match['participle'])}l{match['it']}"

    def _english(self, match: re.Match[str], them: str) -> str:
        """Turn "(revise the guidelines) and sent to the TS" into "and send them to the TS"."""
        if not self._verbs.is_participle(match["participle"]):
            return match[0]
        return f" and {self._verbs.verb_of_participle(match['participle'])} {them}"
