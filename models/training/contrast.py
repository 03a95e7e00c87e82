"""Supervised contrast."""
import torch

TEMPERATURE = 0.1


def contrast(vectors, labels, temperature=TEMPERATURE):
    """Supervised contrastive loss (Khosla et al., NeurIPS 2020, eq. 2); label -1 has no positives."""
    same = (labels[:, None] == labels[None]) & (labels[:, None] >= 0)
    me = torch.eye(len(labels), dtype=torch.bool, device=labels.device)
    same &= ~me
    scores = (vectors @ vectors.T / temperature).masked_fill(me, -1e4)
    log = scores - scores.logsumexp(1, keepdim=True)
    some = same.any(1)
    if not some.any():
        return vectors.sum() * 0
    return -((log * same).sum(1)[some] / same.sum(1)[some]).mean()
