"""Random views of pictures: what a style survives, and what differs between one collection's scans and another's."""
import torch
import torch.nn.functional as F


def views(images, generator, size, least, colour):
    """
    uint8 [n, h, w, 3] -> float [n, 3, size, size] in -1..1: a crop of `least` to all of the area, mirrored or not. With `colour` above 0,
    light, contrast, saturation and the balance of the channels vary by about that share, and one picture in three loses detail.
    """
    x = images.permute(0, 3, 1, 2).float() / 127.5 - 1
    grid = F.affine_grid(crops(len(x), generator, least, x.device), (len(x), 3, size, size), align_corners=False)
    x = F.grid_sample(x, grid, "bilinear", "reflection", align_corners=False)
    if colour > 0:
        x = recoloured(soften(x, generator), generator, colour)
    return x.contiguous(memory_format=torch.channels_last)


def uniform(generator, low, high, *shape, device):
    return torch.rand(shape, generator=generator, device=generator.device).to(device) * (high - low) + low


def crops(n, generator, least, device):
    draw = lambda low, high: uniform(generator, low, high, n, device=device)  # noqa: E731
    area, aspect = draw(least, 1), draw(-0.25, 0.25).exp()
    width, height = (area * aspect).sqrt().clamp(max=1), (area / aspect).sqrt().clamp(max=1)
    theta = torch.zeros(n, 2, 3, device=device)
    theta[:, 0, 0] = width * draw(-1, 1).sign()
    theta[:, 1, 1] = height
    theta[:, 0, 2] = draw(-1, 1) * (1 - width)
    theta[:, 1, 2] = draw(-1, 1) * (1 - height)
    return theta


def soften(x, generator):
    """One picture in three as if it had been kept with fewer pixels."""
    size = x.shape[2]
    smaller = max(int(size * float(uniform(generator, 0.4, 0.9, 1, device="cpu"))), 8)
    low = F.interpolate(x, size=(smaller, smaller), mode="bilinear", align_corners=False, antialias=True)
    low = F.interpolate(low, size=(size, size), mode="bilinear", align_corners=False)
    which = uniform(generator, 0, 1, len(x), 1, 1, 1, device=x.device) < 1 / 3
    return torch.where(which, low, x)


def recoloured(x, generator, amount):
    draw = lambda share, channels=1: uniform(generator, -share, share, len(x), channels, 1, 1, device=x.device)  # noqa: E731
    grey = x.mean(1, keepdim=True)
    x = grey + (x - grey) * (1 + draw(amount))
    middle = x.mean((1, 2, 3), keepdim=True)
    x = middle + (x - middle) * (1 + draw(amount)) + draw(amount)
    return (x * (1 + draw(amount / 3, 3)) + draw(amount / 3, 3)).clamp(-1, 1)


def mixed(x, targets, generator, alpha):
    """Mixup (Zhang et al., ICLR 2018): pairs of pictures and of their targets [n, classes], in shares drawn from Beta(alpha, alpha)."""
    share = float(torch.distributions.Beta(alpha, alpha).sample()) if alpha > 0 else 1.0
    other = torch.randperm(len(x), generator=generator, device=generator.device).to(x.device)
    return share * x + (1 - share) * x[other], {k: share * v + (1 - share) * v[other] for k, v in targets.items()}

