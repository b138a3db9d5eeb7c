"""Where PyTorch means something else than one expects: each trap as two functions, and what they give.

    pip install torch==2.13.0; python -m teaching.pytorch.traps

writes traps.json: {trap: [what the trap gives, what was meant]}.

tests/test_pytorch.py runs them again where PyTorch is installed, and holds what was meant to attnlib everywhere.
"""

import inspect
import json
import textwrap
from pathlib import Path

RESULTS = Path(__file__).with_suffix(".json")


class true_hides:
    """MultiheadAttention's masks: True is hidden."""

    def trap():
        import torch
        x = torch.tensor([[[1.0, 0], [0, 1], [1, 1]]])
        layer = plain(torch.nn.MultiheadAttention(2, 1, bias=False, batch_first=True))
        visible = torch.ones(3, 3, dtype=torch.bool).tril(-1)
        visible[0, 0] = True
        return layer(x, x, x, attn_mask=visible)[1][0, 1]

    def meant():
        import torch
        x = torch.tensor([[[1.0, 0], [0, 1], [1, 1]]])
        layer = plain(torch.nn.MultiheadAttention(2, 1, bias=False, batch_first=True))
        visible = torch.ones(3, 3, dtype=torch.bool).tril(-1)
        visible[0, 0] = True
        return layer(x, x, x, attn_mask=~visible)[1][0, 1]


class batch_first:
    """Without batch_first=True the first axis is the tokens', and the sentences of a batch attend to each other."""

    def trap():
        import torch
        x = torch.tensor([[[1.0, 0], [0, 1]], [[2, 0], [0, 2]]])
        layer = plain(torch.nn.MultiheadAttention(2, 1, bias=False))
        return layer(x, x, x)[0][0, 0]

    def meant():
        import torch
        x = torch.tensor([[[1.0, 0], [0, 1]], [[2, 0], [0, 2]]])
        layer = plain(torch.nn.MultiheadAttention(2, 1, bias=False, batch_first=True))
        return layer(x, x, x)[0][0, 0]


class averaged_heads:
    """The weights that come back are the mean over the heads; average_attn_weights=False gives each head's."""

    def trap():
        import torch
        x = torch.tensor([[[3.0, 0], [0, 3], [3, 3]]])
        layer = plain(torch.nn.MultiheadAttention(2, 2, bias=False, batch_first=True))
        return layer(x, x, x)[1][0, 0]

    def meant():
        import torch
        x = torch.tensor([[[3.0, 0], [0, 3], [3, 3]]])
        layer = plain(torch.nn.MultiheadAttention(2, 2, bias=False, batch_first=True))
        return layer(x, x, x, average_attn_weights=False)[1][0, :, 0]


class bias:
    """A layer adds biases unless told otherwise: 4 d² + 4 d numbers to learn instead of 4 d²."""

    def trap():
        import torch
        return torch.tensor(sum(p.numel() for p in torch.nn.MultiheadAttention(8, 2).parameters()))

    def meant():
        import torch
        return torch.tensor(sum(p.numel() for p in torch.nn.MultiheadAttention(8, 2, bias=False).parameters()))


class dropout:
    """In train mode, where a new layer stands, dropout removes some weights and enlarges the rest: the row sums to 1 no more."""

    def trap():
        import torch
        torch.manual_seed(0)
        x = torch.tensor([[[1.0, 0], [0, 1], [1, 1], [0, 0]]])
        layer = plain(torch.nn.MultiheadAttention(2, 1, dropout=0.5, bias=False, batch_first=True)).train()
        return layer(x, x, x)[1][0, 0]

    def meant():
        import torch
        x = torch.tensor([[[1.0, 0], [0, 1], [1, 1], [0, 0]]])
        layer = plain(torch.nn.MultiheadAttention(2, 1, dropout=0.5, bias=False, batch_first=True)).eval()
        return layer(x, x, x)[1][0, 0]


class causal_corner:
    """is_causal=True counts from the first key: the one new query of a cache sees the first key alone."""

    def trap():
        import torch
        from torch.nn.functional import scaled_dot_product_attention as sdpa
        x = torch.tensor([[1.0, 0], [0, 1], [1, 1]])
        return sdpa(x[-1:], x, x, is_causal=True)

    def meant():
        import torch
        from torch.nn.functional import scaled_dot_product_attention as sdpa
        x = torch.tensor([[1.0, 0], [0, 1], [1, 1]])
        return sdpa(x[-1:], x, x)


class linear_transposed:
    """Linear holds Wᵀ: x @ W is Linear with weight W.T."""

    def trap():
        import torch
        x, w = torch.tensor([[1.0, 2]]), torch.tensor([[0.0, 1], [3, 0]])
        return torch.nn.functional.linear(x, w)

    def meant():
        import torch
        x, w = torch.tensor([[1.0, 2]]), torch.tensor([[0.0, 1], [3, 0]])
        return torch.nn.functional.linear(x, w.T)


class softmax_twice:
    """cross_entropy takes logits: it does the softmax itself."""

    def trap():
        import torch
        from torch.nn.functional import cross_entropy
        logits = torch.tensor([[4.0, 0, 0]])
        return cross_entropy(logits.softmax(-1), torch.tensor([0]))

    def meant():
        import torch
        from torch.nn.functional import cross_entropy
        logits = torch.tensor([[4.0, 0, 0]])
        return cross_entropy(logits, torch.tensor([0]))


class nothing_to_see:
    """A query that sees nothing: MultiheadAttention gives NaN, and the loss of the whole batch with it. attnlib gives zeros."""

    def trap():
        import torch
        x = torch.tensor([[[1.0, 0], [0, 1]]])
        layer = plain(torch.nn.MultiheadAttention(2, 1, bias=False, batch_first=True))
        return layer(x, x, x, attn_mask=torch.tensor([[False, False], [True, True]]))[0][0, 1]

    def meant():
        import torch
        x = torch.tensor([[[1.0, 0], [0, 1]]])
        layer = plain(torch.nn.MultiheadAttention(2, 1, bias=False, batch_first=True))
        return layer(x, x, x, attn_mask=torch.tensor([[False, False], [True, True]]))[0][0, 1].nan_to_num()


TRAPS = {one.__name__.replace("_", "-"): one for one in (
    true_hides, batch_first, averaged_heads, bias, dropout, causal_corner, linear_transposed, softmax_twice, nothing_to_see)}


def plain(layer):
    """A MultiheadAttention with identity matrices, in eval mode: q = k = v = x."""
    import torch
    d = layer.embed_dim
    layer.in_proj_weight.data = torch.eye(d).repeat(3, 1)
    layer.out_proj.weight.data = torch.eye(d)
    return layer.eval()


def run():
    """{trap: [what the trap gives, what was meant]}, by PyTorch."""
    return {name: [[round(number, 4) if number == number else "nan" for number in function().detach().double().flatten().tolist()]
                   for function in (trap.trap, trap.meant)] for name, trap in TRAPS.items()}


def lines(function):
    """What a function's body says, its imports left out."""
    body = textwrap.dedent("".join(inspect.getsourcelines(function)[0][1:])).splitlines()
    return "\n".join(line.removeprefix("return ") for line in body if not line.startswith(("import ", "from ")))


if __name__ == "__main__":
    RESULTS.write_text(json.dumps(run(), indent=1) + "\n", encoding="utf-8")
    print(RESULTS)
