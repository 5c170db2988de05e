"""How weights are moved: AdamW, slowly, and faster those that start from nothing."""

import optax

from tools.encoder.network import Tree

WARM_UP = 0.1
"""Share of the steps in which the rate rises."""


def optimizer(
    tree: Tree, steps: int, *, rate: float, head: str, head_rate: float
) -> optax.GradientTransformation:
    """Return AdamW for so many steps; weights whose names begin with `head` move at their own rate."""

    def schedule(peak: float) -> optax.Schedule:
        """Warm up to a peak, and cool down to nothing at the last step."""
        return optax.warmup_cosine_decay_schedule(0.0, peak, int(WARM_UP * steps), steps)

    parts = {
        "network": optax.adamw(schedule(rate), weight_decay=0.01),
        "head": optax.adamw(schedule(head_rate)),
    }
    labels = {name: "head" if name.startswith(head) else "network" for name in tree}
    return optax.multi_transform(parts, labels)
