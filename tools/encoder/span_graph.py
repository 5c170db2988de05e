"""Build the span branch, which finds the words that answer, as an ONNX graph of retuned upper layers."""

import onnx
from onnx import TensorProto, helper

from tools.encoder.graph import STATES
from tools.encoder.layers import MASK, LayerGraph
from tools.encoder.source import BRANCH, SPANS


class SpanGraph(LayerGraph):
    """Builds the branch; its source has the weights of its layers, and those named spans."""

    def model(self) -> onnx.ModelProto:
        """Build it from the states of tokens to two log-odds each: that a span starts, and ends, there."""
        hidden = self._hidden(self._mask())
        x = STATES
        for number in range(BRANCH, self._source.layers):
            x = self._layer(x, number, hidden)
        weight = self._constant("spans.weight", self._source.floats(f"{SPANS}.w"))
        bias = self._constant("spans.bias", self._source.floats(f"{SPANS}.b"))
        self._add("Add", [self._node("MatMul", x, weight), bias], [SPANS])
        shape = ["batch", "tokens"]
        inputs = [
            helper.make_tensor_value_info(STATES, TensorProto.FLOAT, [*shape, self._source.width]),
            helper.make_tensor_value_info(MASK, TensorProto.INT64, shape),
        ]
        return self._finished(inputs, {SPANS: [*shape, 2]})
