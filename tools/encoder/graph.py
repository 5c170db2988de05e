"""Build the network as an ONNX graph: a BERT encoder whose tokens are summed and scaled to unit length."""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper

from tools.encoder.layers import MASK, LayerGraph
from tools.encoder.pieces import LONGEST
from tools.encoder.source import BLOCK, BRANCH, Floats, Source

INPUTS = ("input_ids", MASK)
EMBEDDING, ANSWERS, STATES = "embedding", "answers", "states"
"""The outputs: a text's vector; for a question followed by a provision, the log-odds that the provision
answers it; and the states that the span graph continues from, a row per token."""

_HALF = BLOCK // 2


class Graph(LayerGraph):
    """Builds the graph; `inputs` names the input of each matrix product.

    With the `peaks` of those inputs, matrices are in bytes and inputs are quantized dynamically; without, all
    is in float32. Word vectors stay in their blocks of four bits.
    """

    def __init__(
        self, source: Source, kept: Sequence[int], peaks: Mapping[str, Floats] | None = None
    ) -> None:
        super().__init__(source, peaks)
        self._kept = kept

    def model(self) -> onnx.ModelProto:
        """Build the whole network, from the numbers of pieces to one vector a text."""
        source = self._source
        x = self._norm(self._node("Add", self._word_vectors(), self._positions()), "emb.ln")
        mask = self._mask()
        hidden = self._hidden(mask)
        for number in range(source.layers):
            x = self._layer(x, number, hidden)
            if number + 1 == BRANCH:
                self._add("Identity", [x], [STATES])
        axis = self._constant("axis", np.array([1]))  # unit length makes the sum as good as the mean
        total = self._node("Squeeze", self._node("MatMul", self._node("Unsqueeze", mask, axis), x), axis)
        length = self._node("ReduceL2", total, axis, keepdims=1)
        self._add("Div", [total, length], [EMBEDDING])
        weight, bias = source.answers()
        product = self._node("MatMul", EMBEDDING, self._constant("answers.weight", weight[:, None]))
        self._add("Add", [product, self._constant("answers.bias", bias)], [ANSWERS])
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in INPUTS
        ]
        width = source.width
        outputs = {
            EMBEDDING: ["batch", width],
            ANSWERS: ["batch", 1],
            STATES: ["batch", "tokens", width],
        }
        return self._finished(inputs, outputs)

    def _word_vectors(self) -> str:
        """Unpack the rows of the tokens: two nibbles a byte, in the source's order within a block."""
        nibbles, scales = self._source.blocks("emb.word", self._source.width)
        nibbles, scales = nibbles[self._kept], scales[self._kept]
        rows = self._constant("words", nibbles[..., :_HALF] | nibbles[..., _HALF:] << 4)
        steps = self._constant("words.scale", scales[..., None])
        row = self._node("Gather", rows, "input_ids")
        low = self._node("BitwiseAnd", row, self._constant("fifteen", np.uint8(15)))
        high = self._node("BitShift", row, self._constant("four", np.uint8(4)), direction="RIGHT")
        values = self._node("Cast", self._node("Concat", low, high, axis=-1), to=TensorProto.FLOAT)
        values = self._node("Sub", values, self._constant("eight", np.float32(8)))
        scale = self._node("Cast", self._node("Gather", steps, "input_ids"), to=TensorProto.FLOAT)
        shape = self._constant("flat", np.array([0, 0, self._source.width]))
        return self._node("Reshape", self._node("Mul", values, scale), shape)

    def _positions(self) -> str:
        """Add the vectors of positions, with the type vector, the same for all, added to them."""
        source = self._source
        vectors = source.floats("emb.pos").reshape(-1, source.width)[:LONGEST]
        vectors = vectors + source.floats("emb.type")[: source.width]
        halves = self._constant("positions", vectors.astype(np.float16))
        table = self._node("Cast", halves, to=TensorProto.FLOAT)
        first = self._constant("first", np.array([0]))
        return self._node("Slice", table, first, self._length(), self._constant("rows", np.array([0])))
