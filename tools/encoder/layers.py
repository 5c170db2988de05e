"""Write layers of the network as nodes of an ONNX graph."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from tools.encoder.source import HEADS, Floats, Source

MASK = "attention_mask"
"""The input that tells tokens from padding."""

_RANGE = 95
"""The largest weight in a byte: sums of two neighbours' products then fit the 16 bits of processors without
VNNI, except for the rarest pairs. A larger range overflows there; a smaller one rounds more."""

_OUTLIER = 3.0
"""A channel whose peak is more than this times the median channel's is scaled down to it: a few carry values
10 to 60 times those of the others, and would take up the whole range of a byte."""

_OPSET = 23  # onnxruntime has it from 1.23 on
_IR_VERSION = 11
_FAR = 1e9
_PROPERTIES = {
    "model": "intfloat/multilingual-e5-small, pruned to Spanish and English",
    "license": "MIT",
    "prefixes": "'query: ' before a question, 'passage: ' before a text",
    "precision": "int8",
}


class LayerGraph:
    """Collects nodes and constants; `inputs` names the input of each matrix product.

    With the `peaks` of those inputs, matrices are in bytes and inputs are quantized dynamically; without, all
    is in float32.
    """

    def __init__(self, source: Source, peaks: Mapping[str, Floats] | None = None) -> None:
        self.inputs: dict[str, str] = {}
        self._source, self._peaks = source, peaks
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def _finished(
        self, inputs: Sequence[onnx.ValueInfoProto], outputs: Mapping[str, Sequence[str | int]]
    ) -> onnx.ModelProto:
        """Make a model of the nodes; `outputs` has the shape of each output, all in float32."""
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            inputs,
            [
                helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape))
                for name, shape in outputs.items()
            ],
            list(self._constants.values()),
        )
        opsets = [helper.make_opsetid("", _OPSET)]
        model = helper.make_model(
            graph, opset_imports=opsets, ir_version=_IR_VERSION, producer_name="build_encoder"
        )
        helper.set_model_props(model, _PROPERTIES)
        return model

    def _layer(self, x: str, number: int, hidden: str) -> str:
        """Add a layer: attention, then a feed-forward network."""
        layer = f"l{number}"
        x = self._norm(self._node("Add", x, self._attention(x, layer, hidden)), f"{layer}.aln")
        inner = self._node("Gelu", self._linear(x, [f"{layer}.fi"]))
        return self._norm(self._node("Add", x, self._linear(inner, [f"{layer}.fo"])), f"{layer}.oln")

    def _mask(self) -> str:
        return self._node("Cast", MASK, to=TensorProto.FLOAT)

    def _hidden(self, mask: str) -> str:
        """Turn the mask into the bias of attention: zero, or very negative for padding."""
        hidden = self._node("Sub", mask, self._constant("one", np.float32(1)))
        hidden = self._node("Mul", hidden, self._constant("far", np.float32(_FAR)))
        hidden = self._node("Unsqueeze", hidden, self._constant("inner", np.array([1, 2])))
        one = self._constant("single", np.array([1]))
        return self._node("Expand", hidden, self._node("Concat", one, one, self._length(), one, axis=0))

    def _attention(self, x: str, layer: str, hidden: str) -> str:
        joint = self._linear(x, [f"{layer}.q", f"{layer}.k", f"{layer}.v"])
        query, key, value = self._nodes_of("Split", joint, outputs=3, axis=-1, num_outputs=3)
        mixed = self._node("Attention", query, key, value, hidden, q_num_heads=HEADS, kv_num_heads=HEADS)
        return self._linear(mixed, [f"{layer}.ao"])

    def _linear(self, x: str, names: Sequence[str]) -> str:
        """Multiply by the transposed weights of `names` side by side, and add their biases."""
        name = names[0]
        self.inputs[name] = x
        biases = np.concatenate([self._source.floats(f"{part}.b") for part in names])
        bias = self._constant(f"{name}.bias", biases)
        matrix = np.concatenate([self._source.matrix(part) for part in names]).T
        if self._peaks is None:
            return self._node("Add", self._node("MatMul", x, self._constant(f"{name}.weight", matrix)), bias)
        return self._node("Add", self._product_in_bytes(x, name, matrix, self._peaks[name]), bias)

    def _product_in_bytes(self, x: str, name: str, matrix: Floats, peaks: Floats) -> str:
        factor = np.maximum(peaks / (_OUTLIER * np.median(peaks)), 1).astype(np.float32)
        if factor.max() > 1:
            matrix = matrix * factor[:, None]
            x = self._node("Mul", x, self._constant(f"{name}.factor", 1 / factor))
        steps = np.abs(matrix).max(axis=0) / _RANGE
        whole = self._constant(f"{name}.weight", np.round(matrix / steps).astype(np.int8))
        step = self._constant(f"{name}.step", steps)
        x, x_step, x_zero = self._nodes_of("DynamicQuantizeLinear", x, outputs=3)
        product = self._node("Cast", self._node("MatMulInteger", x, whole, x_zero), to=TensorProto.FLOAT)
        return self._node("Mul", product, self._node("Mul", x_step, step))

    def _norm(self, x: str, name: str) -> str:
        scale = self._constant(f"{name}.weight", self._source.floats(f"{name}.w"))
        bias = self._constant(f"{name}.bias", self._source.floats(f"{name}.b"))
        return self._node("LayerNormalization", x, scale, bias, axis=-1, epsilon=self._source.epsilon)

    def _length(self) -> str:
        return self._node("Shape", MASK, start=1, end=2)

    def _constant(self, name: str, value: npt.NDArray[Any] | np.generic) -> str:
        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def _node(self, operator: str, *inputs: str, **attributes: object) -> str:
        return self._nodes_of(operator, *inputs, outputs=1, **attributes)[0]

    def _nodes_of(self, operator: str, *inputs: str, outputs: int, **attributes: object) -> list[str]:
        """Add one operator; return the names of its outputs."""
        names = [f"{operator}_{len(self._nodes)}_{number}" for number in range(outputs)]
        self._add(operator, inputs, names, **attributes)
        return names

    def _add(
        self, operator: str, inputs: Sequence[str], outputs: Sequence[str], **attributes: object
    ) -> None:
        label = f"{operator}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, inputs, outputs, label, domain="", **attributes))
