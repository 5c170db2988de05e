"""Search and judge with one model: with the sentence encoder, or by words alone."""

from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.candidates import CandidateFinder
from knowledge.ranking.close_reading import CloseReader
from knowledge.ranking.meanings import Meaning
from knowledge.ranking.relevance import RelevanceJudge
from knowledge.ranking.verdicts import Judge
from knowledge.ranking.weights import Model
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.understanding.intents import IntentFinder, load_intents


class Engine:
    """Find candidates, judge the best one, and recognise the intents of messages."""

    def __init__(
        self,
        sources: Sources,
        model: Model,
        parts: Parts,
        meaning: Meaning | None,
        counterparts: Counterparts | None = None,
    ) -> None:
        examples = load_intents(sources.data.language)
        learned = meaning.learned if meaning else None
        self.intents = IntentFinder(
            examples,
            learned.intents if learned and len(learned.intents) == len(examples) else None,
            learned.directions if learned else None,
            meaning.encode if meaning else None,
        )
        self.intent_likeness = model.intent
        self.finder = CandidateFinder(sources, model.ranking, parts, meaning, counterparts)
        self.reader = CloseReader(sources, meaning if parts.close_reading else None)
        self.judge = Judge(sources.index, model.sureness, self.intents, self.reader)
        self.relevance = RelevanceJudge(sources, self.finder, model.relevance, counterparts)
