"""Records Conv2d and ConvTranspose2d layers as PyTorch answers them, one JSON object a line.

    record.py CASES             answer the layers of CASES again, on standard output
    record.py CASES --compare   print every field in which the new answers differ from CASES

Validity and shapes are PyTorch's on the CPU in float64. Overlap is measured: a layer of ones,
applied to ones. Counts follow the two documents step by step, in Python's exact integers.
What other tools print for a layer (the field "tools") is not recorded here.
"""

import argparse
import json

import torch
from torch import nn
from torch.nn import functional

LONGEST_LIST = 64  # Longer coverage lists are left out; their sums are always written.


def make_layer(case):
    kind = {"conv2d": nn.Conv2d, "conv_transpose2d": nn.ConvTranspose2d}[case["op"]]
    names = ["stride", "padding", "dilation", "output_padding"]
    options = {name: case[name] for name in names if name in case}
    options = {n: v if isinstance(v, str) else tuple(v) for n, v in options.items()}
    return kind(
        case["in_channels"], case["out_channels"], tuple(case["kernel_size"]),
        groups=case["groups"], bias=case["bias"], dtype=torch.float64, **options)


def refusal(stage, error):
    text = (str(error).splitlines() or [""])[0]
    return {"ok": False, "stage": stage, "error_type": type(error).__name__, "error": text}


def measure(case, axis):
    """The products that reach each output cell; those that read each input cell of a Conv2d."""
    def value(name):
        return case[name] if isinstance(case[name], str) else case[name][axis]

    size, kernel = case["input"][-2:][axis], case["kernel_size"][axis]
    cells = torch.ones(1, 1, size, dtype=torch.float64, requires_grad=True)
    ones = torch.ones(1, 1, kernel, dtype=torch.float64)
    options = {name: value(name) for name in ("stride", "padding", "dilation")}
    if case["op"] == "conv_transpose2d":
        options["output_padding"] = value("output_padding")
        reached = read = functional.conv_transpose1d(cells, ones, **options)
    else:
        reached = functional.conv1d(cells, ones, **options)
        (read,) = torch.autograd.grad(reached.sum(), cells)
    return [[int(count) for count in counts.flatten().tolist()] for counts in (reached, read)]


def overlap_fields(rows, columns):
    fields = {}
    for name, counts in (("coverage_h", rows), ("coverage_w", columns)):
        if len(counts) <= LONGEST_LIST:
            fields[name] = counts
        fields[name + "_sum"] = sum(counts)
    reached = sum(map(bool, rows)) * sum(map(bool, columns))
    return fields | {
        "overlap_sum": sum(rows) * sum(columns),
        "overlap_max": max(rows) * max(columns),
        "overlap_min": min(rows) * min(columns),
        "holes": len(rows) * len(columns) - reached,
    }


def counts(case, output, overlap, reached):
    samples = case["input"][0] if len(case["input"]) == 4 else 1
    inputs, outputs, groups = case["in_channels"], case["out_channels"], case["groups"]
    bias, transposed = int(case["bias"]), case["op"] == "conv_transpose2d"
    kernel = case["kernel_size"][0] * case["kernel_size"][1]
    cells = output[-2] * output[-1]
    input_cells = case["input"][-2] * case["input"][-1]
    psi = inputs * outputs // groups
    gamma = outputs * cells * (inputs // groups - 1 + bias)
    if transposed:
        additions = overlap["overlap_sum"] - cells
        fields = {"additions_documented": additions,
                  "additions_exact": additions + overlap["holes"]}
        per_filter = cells * kernel + additions
        summary = samples * psi * (cells * (kernel + 1) + additions)
        summary -= 0 if bias else samples * outputs * cells
    else:
        fields, per_filter = {}, cells * (2 * kernel - 1)
        factor = 2 * kernel + 1 if bias else 2 * kernel - groups
        summary = samples * inputs * outputs * cells * factor // groups
    planes = samples * outputs * (inputs // groups)
    useful, biases = planes * overlap["overlap_sum"], samples * outputs * cells * bias
    strict = biases - samples * outputs * (cells - reached) * bias
    executed = {
        "mul_all": planes * kernel * (input_cells if transposed else cells), "mul_real": useful,
        "add_real": useful - samples * outputs * reached + biases,
        "add_real_strict": useful - samples * outputs * reached + strict,
    }
    if not transposed:
        executed["add_all"] = executed["mul_all"] - samples * outputs * cells + biases
    total = samples * (psi * per_filter + gamma)
    return fields | {"psi": psi, "lambda": per_filter, "gamma": gamma, "documented_total": total,
                     "summary_total": summary, "executed": executed}


def answer(case):
    try:
        layer = make_layer(case)
    except Exception as error:
        return refusal("construct", error)
    try:
        with torch.no_grad():
            output = layer(torch.zeros(case["input"], dtype=torch.float64))
    except Exception as error:
        return refusal("forward", error)
    fields = {
        "ok": True, "output": list(output.shape), "weight": list(layer.weight.shape),
        "parameters": sum(parameter.numel() for parameter in layer.parameters()),
    }
    try:
        (reached_rows, rows), (reached_columns, columns) = measure(case, 0), measure(case, 1)
    except Exception as error:
        return fields | {"coverage_unavailable": f"{type(error).__name__}: {error}"}
    overlap = overlap_fields(rows, columns)
    reached = sum(map(bool, reached_rows)) * sum(map(bool, reached_columns))
    return fields | overlap | counts(case, fields["output"], overlap, reached)


def differences(old, new):
    """The fields of the new answer that the old one holds otherwise, or does not hold."""
    if "float64" in old:  # Accepted in float32 only.
        old = old["float64"]
        new = {name: new.get(name) for name in old}
    for name, value in new.items():
        known = old.get("error_float64", old.get(name)) if name == "error" else old.get(name)
        if name == "executed":
            known = known and {key: known[key] for key in value}
        if name == "coverage_unavailable" and known:
            continue  # The recorded words are those of a measurement in two dimensions.
        if known != value:
            yield f"{name}: {known} was recorded, {value} is answered"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", type=argparse.FileType("r"))
    parser.add_argument("--compare", action="store_true")
    arguments = parser.parse_args()
    for case in map(json.loads, arguments.cases):
        new = answer(case)
        if not arguments.compare:
            print(json.dumps(case | {"expected": new}))
            continue
        for line in differences(case["expected"], new):
            print(f"{case['id']} {line}")


if __name__ == "__main__":
    main()
