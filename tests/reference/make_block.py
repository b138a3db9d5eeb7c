"""What PyTorch's encoder and decoder layers give for attnlib.reference_block: it prints the arrays that stand there.

    pip install torch==2.13.0; python tests/reference/make_block.py
"""

import torch

from attnlib.reference_block import block

HEADS = 2


def layer(kind, norm_first):
    """torch.nn.TransformerEncoderLayer or …DecoderLayer that holds the parameters of the block."""
    d, hidden = block.p["w_1"].shape
    made = kind(d, HEADS, hidden, dropout=0, batch_first=True, norm_first=norm_first, dtype=torch.float64)
    own = {name: torch.tensor(array) for name, array in block.p.items()}
    with torch.no_grad():
        for part, name in (("self_attn", "self"), ("multihead_attn", "cross")):
            if hasattr(made, part):
                attention = getattr(made, part)   # torch multiplies by the transpose
                attention.in_proj_weight.copy_(torch.cat([own[f"{name}_{w}"].T for w in ("w_q", "w_k", "w_v")]))
                attention.out_proj.weight.copy_(own[f"{name}_w_o"].T)
                attention.in_proj_bias.zero_()
                attention.out_proj.bias.zero_()
        for number in (1, 2):
            getattr(made, f"linear{number}").weight.copy_(own[f"w_{number}"].T)
            getattr(made, f"linear{number}").bias.copy_(own[f"b_{number}"])
        for number in (1, 2, 3):
            if hasattr(made, f"norm{number}"):
                getattr(made, f"norm{number}").weight.copy_(own[f"gain_{number}"])
                getattr(made, f"norm{number}").bias.copy_(own[f"bias_{number}"])
    return made.eval()


def outputs():
    x, memory = torch.tensor(block.x)[None], torch.tensor(block.memory)[None]
    future = torch.triu(torch.ones(len(block.x), len(block.x), dtype=bool), 1)   # here True hides
    found = {}
    for when, first in (("after", False), ("before", True)):
        found[f"encoder_{when}"] = layer(torch.nn.TransformerEncoderLayer, first)(x)
        found[f"decoder_{when}"] = layer(torch.nn.TransformerDecoderLayer, first)(x, memory, tgt_mask=future)
    return {name: output[0].detach().numpy() for name, output in found.items()}


if __name__ == "__main__":
    for name, output in outputs().items():
        print(name, output.round(8).tolist())
