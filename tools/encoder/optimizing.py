"""The optimizer: AdamW at a slow rate, and a faster one for weights learned from scratch."""

import optax

from tools.encoder.network import Tree

WARM_UP = 0.1
"""Share of the steps in which the rate rises."""


def optimizer(
    tree: Tree, steps: int, *, rate: float, head: str, head_rate: float
) -> optax.GradientTransformation:
    """Return AdamW for a number of steps; weights whose names begin with `head` have their own rate."""

    def schedule(peak: float) -> optax.Schedule:
        """Warm up to a peak, then decay to zero at the last step."""
        return optax.warmup_cosine_decay_schedule(0.0, peak, int(WARM_UP * steps), steps)

    parts = {
        "network": optax.adamw(schedule(rate), weight_decay=0.01),
        "head": optax.adamw(schedule(head_rate)),
    }
    labels = {name: "head" if name.startswith(head) else "network" for name in tree}
    return optax.multi_transform(parts, labels)
