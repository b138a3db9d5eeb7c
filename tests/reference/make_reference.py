"""What PyTorch computes, stored for tests/test_kernels.py so that the tests run without PyTorch.

Run by hand, where torch may be installed:

    pip install torch==2.13.0; python tests/reference/make_reference.py

It writes reference.npz beside this file, the same bytes on every run of one torch on one machine.
An array's name there is function/case/argument, or function/case/output/type and function/case/weights/type.
The functions below take what attnlib's take, as tensors.
"""

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

REFERENCE = Path(__file__).with_name("reference.npz")


def softmax(x, axis=-1):
    return {"output": torch.softmax(x, axis)}


def attention(q, k, v, mask=None, scale=None):
    identity = torch.eye(k.shape[-2], dtype=k.dtype).expand(*k.shape[:-1], -1)   # as values, it returns the weights
    return {"output": F.scaled_dot_product_attention(q, k, v, mask, scale=scale),
            "weights": F.scaled_dot_product_attention(q, k, identity, mask, scale=scale)}


def attention_backward(q, k, v, d_output, mask=None, scale=None):
    """By autograd: PyTorch knows no equations of lesson 11."""
    q, k, v = (tensor.requires_grad_() for tensor in (q, k, v))
    F.scaled_dot_product_attention(q, k, v, mask, scale=scale).backward(d_output)
    return {"d_q": q.grad, "d_k": k.grad, "d_v": v.grad}


def additive_attention(q, k, v, w_q, w_k, w_score, mask=None):
    """a(s, h) = vᵀ tanh(W s + U h), one pair of vectors at a time.  Bahdanau et al. 2015, appendix A.1.2."""
    W, U = w_q.T, w_k.T
    scores = torch.stack([torch.stack([w_score @ torch.tanh(W @ s + U @ h) for h in k]) for s in q])
    weights = torch.softmax(scores if mask is None else scores.masked_fill(~mask, -torch.inf), -1)
    return {"output": weights @ v, "weights": weights}


def multi_head_attention(x, context, w_q, w_k, w_v, w_o, heads, mask=None):
    layer = torch.nn.MultiheadAttention(w_q.shape[1], heads, bias=False, batch_first=True, dtype=x.dtype,
                                        kdim=w_k.shape[0], vdim=w_v.shape[0])
    own = dict(layer.named_parameters())   # torch multiplies by the transpose; equal sizes share one matrix
    with torch.no_grad():
        own["out_proj.weight"].copy_(w_o.T)
        if "in_proj_weight" in own:
            own["in_proj_weight"].copy_(torch.cat([w_q.T, w_k.T, w_v.T]))
        else:
            own["q_proj_weight"].copy_(w_q.T)
            own["k_proj_weight"].copy_(w_k.T)
            own["v_proj_weight"].copy_(w_v.T)
        if mask is not None:   # here True hides, and each head has its own mask
            mask = ~mask.expand(*x.shape[:-1], context.shape[-2]).repeat_interleave(heads, dim=0)
        output, weights = layer(x, context, context, attn_mask=mask, need_weights=True, average_attn_weights=False)
    return {"output": output, "weights": weights}


def feed_forward(x, w_1, b_1, w_2, b_2):
    return {"output": F.linear(F.relu(F.linear(x, w_1.T, b_1)), w_2.T, b_2)}


def layer_norm(x, gain, bias):
    return {"output": F.layer_norm(x, gain.shape, gain, bias)}


def inputs():
    """{(function, case): {argument: array or number}}, from one seed."""
    random = np.random.default_rng(2017)

    def normal(*shape):
        return random.normal(size=shape)

    found = {}
    padding = np.arange(5) < np.array([2, 5])[:, None, None]
    causal = np.tri(4, dtype=bool)

    x = normal(2, 3, 4)
    for axis in (-1, 0, 1):
        found["softmax", f"axis {axis}"] = dict(x=x, axis=axis)
    found["softmax", "large"] = dict(x=1e4 * x)
    found["softmax", "hidden"] = dict(x=np.where([True, False, True, False], x, -np.inf))

    q, k, v = normal(2, 3, 4), normal(2, 5, 4), normal(2, 5, 6)
    nothing = np.ones((3, 5), bool)
    nothing[1] = False
    found["attention", "plain"] = dict(q=q, k=k, v=v)
    found["attention", "one matrix"] = dict(q=q[0], k=k[0], v=v[0])
    found["attention", "scale 1"] = dict(q=q, k=k, v=v, scale=1.0)
    found["attention", "scale 0.3"] = dict(q=q, k=k, v=v, scale=0.3)
    found["attention", "one mask for all"] = dict(q=q, k=k, v=v, mask=random.random((3, 5)) < 0.6)
    found["attention", "a mask each"] = dict(q=q, k=k, v=v, mask=random.random((2, 3, 5)) < 0.6)
    found["attention", "padding"] = dict(q=q, k=k, v=v, mask=padding)
    found["attention", "a query that sees nothing"] = dict(q=q, k=k, v=v, mask=nothing)
    tokens = normal(2, 3, 4, 5)   # (batch, heads, tokens, d)
    found["attention", "causal"] = dict(q=tokens, k=tokens, v=tokens, mask=causal)

    pairs = dict(q=normal(3, 4), k=normal(5, 6), v=normal(5, 2), w_q=normal(4, 7), w_k=normal(6, 7), w_score=normal(7))
    found["additive_attention", "plain"] = pairs
    found["additive_attention", "mask"] = pairs | dict(mask=padding[0])

    x, context = normal(2, 4, 6), normal(2, 5, 3)
    itself = dict(x=x, context=x, w_q=normal(6, 6) / 2, w_k=normal(6, 6) / 2, w_v=normal(6, 6) / 2, w_o=normal(6, 6) / 2)
    across = itself | dict(context=context, w_k=normal(3, 6) / 2, w_v=normal(3, 6) / 2)
    found["multi_head_attention", "self"] = itself | dict(heads=2)
    found["multi_head_attention", "self, causal"] = itself | dict(heads=3, mask=causal)
    found["multi_head_attention", "cross"] = across | dict(heads=2)
    found["multi_head_attention", "cross, padding"] = across | dict(heads=3, mask=padding)

    found["feed_forward", "plain"] = dict(x=x, w_1=normal(6, 8) / 2, b_1=normal(8), w_2=normal(8, 5) / 3, b_2=normal(5))

    found["layer_norm", "plain"] = dict(x=x, gain=normal(6), bias=normal(6))
    found["layer_norm", "small"] = dict(x=1e-3 * x, gain=normal(6), bias=normal(6))   # variance below the 10⁻⁵ beside it

    for (function, case), arguments in list(found.items()):
        if function == "attention":
            *batch, queries, _ = np.broadcast_shapes(arguments["q"].shape, (*arguments["v"].shape[:-2], 1, 1))
            found["attention_backward", case] = arguments | dict(d_output=normal(*batch, queries, arguments["v"].shape[-1]))
    return found


def reference():
    """Inputs and PyTorch's results, {name: array}; float32 results are those of the inputs rounded to float32."""
    arrays = {}
    for (function, case), arguments in inputs().items():
        for name, value in arguments.items():
            arrays[f"{function}/{case}/{name}"] = np.asarray(value)
        for dtype in ("float64", "float32"):
            results = globals()[function](**{name: as_tensor(value, dtype) for name, value in arguments.items()})
            for name, value in results.items():
                arrays[f"{function}/{case}/{name}/{dtype}"] = value.numpy()
    return arrays


def as_tensor(value, dtype):
    if not isinstance(value, np.ndarray):
        return value
    return torch.from_numpy(value if value.dtype == bool else value.astype(dtype))


if __name__ == "__main__":
    np.savez_compressed(REFERENCE, **reference())
    print(f"{REFERENCE.name}: {REFERENCE.stat().st_size / 1000:.0f} kB")
