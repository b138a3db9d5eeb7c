"""What PyTorch gives for the block and the Transformer of attnlib.reference_block: it prints the arrays that stand there.

    pip install torch==2.13.0; python tests/reference/make_block.py
"""

import torch

from attnlib.kernels import sinusoidal_positions
from attnlib.reference_block import HIDDEN, D, block, toy

HEADS = 2


def layer(kind, p, norm_first):
    """torch.nn.TransformerEncoderLayer or …DecoderLayer that holds the parameters of a layer."""
    made = kind(D, HEADS, HIDDEN, dropout=0, batch_first=True, norm_first=norm_first, dtype=torch.float64)
    own = {name: [torch.tensor(array) for array in arrays] for name, arrays in p.items()}
    with torch.no_grad():
        for part, name in (("self_attn", "self"), ("multihead_attn", "cross")):
            if hasattr(made, part):
                attention, (*projections, w_o) = getattr(made, part), own[name]   # torch multiplies by the transpose
                attention.in_proj_weight.copy_(torch.cat([w.T for w in projections]))
                attention.out_proj.weight.copy_(w_o.T)
                attention.in_proj_bias.zero_()
                attention.out_proj.bias.zero_()
        for number, (weight, bias) in enumerate(zip(own["ffn"][::2], own["ffn"][1::2], strict=True), start=1):
            getattr(made, f"linear{number}").weight.copy_(weight.T)
            getattr(made, f"linear{number}").bias.copy_(bias)
        for number in (1, 2, 3):
            if hasattr(made, f"norm{number}"):
                gain, bias = own[f"norm_{number}"]
                getattr(made, f"norm{number}").weight.copy_(gain)
                getattr(made, f"norm{number}").bias.copy_(bias)
    return made.eval()


def future(n):
    return torch.triu(torch.ones(n, n, dtype=bool), 1)   # here True hides


def outputs():
    x, memory = torch.tensor(block.x)[None], torch.tensor(block.memory)[None]
    found = {}
    for when, first in (("after", False), ("before", True)):
        found[f"encoder_{when}"] = layer(torch.nn.TransformerEncoderLayer, block.p, first)(x)
        found[f"decoder_{when}"] = layer(torch.nn.TransformerDecoderLayer, block.p, first)(x, memory, tgt_mask=future(x.shape[1]))
    return {name: output[0].detach().numpy() for name, output in found.items()}


def probabilities():
    """Of the next word, by the whole Transformer."""
    embeddings = torch.tensor(toy.embeddings)

    def embedded(tokens):
        return (embeddings[tokens] * D**0.5 + torch.tensor(sinusoidal_positions(len(tokens), D)))[None]

    memory, y = embedded(toy.read), embedded(toy.written)
    for p in toy.encoder:
        memory = layer(torch.nn.TransformerEncoderLayer, p, False)(memory)
    for p in toy.decoder:
        y = layer(torch.nn.TransformerDecoderLayer, p, False)(y, memory, tgt_mask=future(y.shape[1]))
    return torch.softmax(y[0] @ embeddings.T, -1).detach().numpy()


def parameters():
    return sum(one.numel() for one in torch.nn.Transformer(batch_first=True).parameters())


if __name__ == "__main__":
    for name, output in outputs().items():
        print(name, output.round(8).tolist())
    print("probabilities", probabilities().round(8).tolist())
    print("parameters", parameters())
