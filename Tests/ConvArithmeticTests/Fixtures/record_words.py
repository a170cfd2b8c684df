"""Asks Keras, ONNX and ONNX Runtime what their words for padding make of transposed layers.

Prints the rows of RecordedTransposedWords.swift. Needs
pip install keras==3.15.1 tensorflow-cpu==2.21.0 onnx==1.23.2 onnxruntime==1.32.0
"""

import random

import keras
import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper
from onnx.reference import ReferenceEvaluator

FLOAT = onnx.TensorProto.FLOAT


def whole(x, w, stride):
    """All (i - 1)s + k cells of a transposed layer, by loops."""
    cells = np.zeros((len(x) - 1) * stride + len(w), dtype="float32")
    for i, value in enumerate(x):
        cells[i * stride : i * stride + len(w)] += value * w
    return cells


def pytorch(x, w, stride, padding, output_padding):
    cells = np.concatenate([whole(x, w, stride), np.zeros(output_padding, "float32")])
    return cells[padding : len(cells) - padding]


def in_keras(x, w, stride, word, output_padding):
    """Keras's answer, or None where it refuses."""
    try:
        layer = keras.layers.Conv1DTranspose(
            1, len(w), strides=stride, padding=word, output_padding=output_padding, use_bias=False)
        layer.build((1, len(x), 1))
        layer.set_weights([w.reshape(-1, 1, 1)])
        return np.array(layer(x.reshape(1, -1, 1)))[0, :, 0]
    except Exception:
        return None


def sample(rng):
    size, kernel = rng.randint(2, 5), rng.randint(1, 7)
    x = np.arange(1, size + 1, dtype="float32") ** 2
    return x, 3 * np.arange(kernel, dtype="float32") ** 2 + 1, rng.randint(1, 5)


def keras_rows(rng, count):
    for _ in range(count):
        x, w, stride = sample(rng)
        padding, output_padding = rng.randint(0, (len(w) + 1) // 2), rng.choice([0, stride // 2])
        ours = pytorch(x, w, stride, padding, output_padding)
        if len(ours) < 1:
            continue
        answers = {q: in_keras(x, w, stride, "same", q) for q in [None, *range(stride)]}
        exact = [q for q, y in answers.items() if y is not None and np.array_equal(y, ours)]
        zero, valid = answers[0], in_keras(x, w, stride, "valid", 0)
        yield (len(x), len(w), stride, padding, output_padding, None in exact,
               next((q for q in exact if q is not None), None),
               None if zero is None else len(zero), len(valid))


def onnx_rows(rng, count):
    for _ in range(count):
        x, w, stride = sample(rng)
        output_padding = rng.choice([0, 0, rng.randrange(stride)])
        row = [len(x), len(w), stride, output_padding]
        for word in ["SAME_UPPER", "SAME_LOWER", "VALID"]:
            node = helper.make_node(
                "ConvTranspose", ["X", "W"], ["Y"], strides=[stride], auto_pad=word,
                output_padding=[output_padding])
            graph = helper.make_graph(
                [node], "g", [helper.make_tensor_value_info("X", FLOAT, (1, 1, len(x)))],
                [helper.make_tensor_value_info("Y", FLOAT, None)],
                [numpy_helper.from_array(w.reshape(1, 1, -1), "W")])
            model = helper.make_model(
                graph, opset_imports=[helper.make_opsetid("", 22)], ir_version=10)
            feed = {"X": x.reshape(1, 1, -1)}
            session = onnxruntime.InferenceSession(
                model.SerializeToString(), providers=["CPUExecutionProvider"])
            answers = ReferenceEvaluator(model).run(None, feed) + session.run(None, feed)
            row += [answer.size for answer in answers]
        yield tuple(row)


def swift(row):
    words = {None: "nil", True: "true", False: "false"}
    return "    (" + ", ".join(words[v] if v is None or v is True or v is False else str(v)
                               for v in row) + "),"


if __name__ == "__main__":
    rng = random.Random(11)
    for rows in (keras_rows(rng, 64), onnx_rows(rng, 32)):
        print(*dict.fromkeys(map(swift, rows)), sep="\n", end="\n\n")
