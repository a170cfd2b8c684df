"""Records how PyTorch prints models, layers and modules, and the sizes that go through them.

    python record_models.py > pytorch-models.jsonl

One JSON object a line, with a `kind`:

    model   text as print(model) shows it, the input's shape, and for each convolution its path,
            its class and the H and W (or the L) of the input that it really got
    layer   a constructor's arguments and the text of the layer
    module  the text of one module, the shape of an input, and that of the output, or null
"""

import json
import random
import warnings

import torch
from torch import nn
from torch.nn.utils.parametrizations import weight_norm

warnings.filterwarnings("ignore")
CONVOLUTIONS = (nn.Conv1d, nn.Conv2d, nn.ConvTranspose1d, nn.ConvTranspose2d)


# MARK: Models, as their papers or reference implementations have them


class Generator(nn.Module):
    """DCGAN (Radford et al. 2015), with 64 features and three channels."""

    def __init__(self):
        super().__init__()
        layers, channels = [], [100, 512, 256, 128, 64]
        for i in range(4):
            stride, padding = (1, 0) if i == 0 else (2, 1)
            layers += [
                nn.ConvTranspose2d(channels[i], channels[i + 1], 4, stride, padding, bias=False),
                nn.BatchNorm2d(channels[i + 1]),
                nn.ReLU(True),
            ]
        layers += [nn.ConvTranspose2d(64, 3, 4, 2, 1, bias=False), nn.Tanh()]
        self.main = nn.Sequential(*layers)

    def forward(self, x):
        return self.main(x)


class Bottleneck(nn.Module):
    def __init__(self, inputs, width, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, 4 * width, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(4 * width)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = None
        if stride != 1 or inputs != 4 * width:
            self.downsample = nn.Sequential(
                nn.Conv2d(inputs, 4 * width, 1, stride, bias=False), nn.BatchNorm2d(4 * width))

    def forward(self, x):
        y = self.relu(self.bn1(self.conv1(x)))
        y = self.bn3(self.conv3(self.relu(self.bn2(self.conv2(y)))))
        return self.relu(y + (x if self.downsample is None else self.downsample(x)))


class ResNet(nn.Module):
    """ResNet-50 (He et al. 2015), with the stride in the 3×3 layers."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        inputs = 64
        for i, (width, blocks) in enumerate([(64, 3), (128, 4), (256, 6), (512, 3)]):
            layers = []
            for block in range(blocks):
                stride = 2 if i > 0 and block == 0 else 1
                layers.append(Bottleneck(inputs, width, stride))
                inputs = 4 * width
            setattr(self, f"layer{i + 1}", nn.Sequential(*layers))
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(2048, 1000)

    def forward(self, x):
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(torch.flatten(self.avgpool(x), 1))


class ResnetBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        layers = []
        for i in range(2):
            layers += [nn.ReflectionPad2d(1), nn.Conv2d(channels, channels, 3),
                       nn.InstanceNorm2d(channels)]
            layers += [nn.ReLU(True)] if i == 0 else []
        self.conv_block = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.conv_block(x)


class ResnetGenerator(nn.Module):
    """CycleGAN (Zhu et al. 2017), with nine blocks."""

    def __init__(self):
        super().__init__()
        layers = [nn.ReflectionPad2d(3), nn.Conv2d(3, 64, 7), nn.InstanceNorm2d(64), nn.ReLU(True)]
        for c in (64, 128):
            layers += [nn.Conv2d(c, 2 * c, 3, 2, 1), nn.InstanceNorm2d(2 * c), nn.ReLU(True)]
        layers += [ResnetBlock(256) for _ in range(9)]
        for c in (256, 128):
            layers += [nn.ConvTranspose2d(c, c // 2, 3, 2, 1, output_padding=1),
                       nn.InstanceNorm2d(c // 2), nn.ReLU(True)]
        layers += [nn.ReflectionPad2d(3), nn.Conv2d(64, 3, 7), nn.Tanh()]
        self.model = nn.Sequential(*layers)

    def forward(self, x):
        return self.model(x)


class DoubleConv(nn.Sequential):
    def __init__(self, inputs, outputs):
        super().__init__(nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU(),
                         nn.Conv2d(outputs, outputs, 3, padding=1), nn.ReLU())


class UNet(nn.Module):
    """U-Net (Ronneberger et al. 2015), padded, with three levels."""

    def __init__(self):
        super().__init__()
        self.down = nn.ModuleList([DoubleConv(3, 64), DoubleConv(64, 128)])
        self.pool = nn.MaxPool2d(2)
        self.middle = DoubleConv(128, 256)
        self.up = nn.ModuleList(
            [nn.ConvTranspose2d(256, 128, 2, 2), nn.ConvTranspose2d(128, 64, 2, 2)])
        self.merge = nn.ModuleList([DoubleConv(256, 128), DoubleConv(128, 64)])
        self.head = nn.Conv2d(64, 2, 1)

    def forward(self, x):
        skips = []
        for block in self.down:
            x = block(x)
            skips.append(x)
            x = self.pool(x)
        x = self.middle(x)
        for up, merge, skip in zip(self.up, self.merge, reversed(skips)):
            x = merge(torch.cat([skip, up(x)], 1))
        return self.head(x)


class ResBlock(nn.Module):
    def __init__(self, channels, kernel):
        super().__init__()
        self.convs1 = nn.ModuleList(
            [weight_norm(nn.Conv1d(channels, channels, kernel, 1, dilation=d,
                                   padding=d * (kernel - 1) // 2)) for d in (1, 3, 5)])
        self.convs2 = nn.ModuleList(
            [weight_norm(nn.Conv1d(channels, channels, kernel, 1, padding=(kernel - 1) // 2))
             for _ in range(3)])

    def forward(self, x):
        for first, second in zip(self.convs1, self.convs2):
            x = x + second(first(x))
        return x


class Vocoder(nn.Module):
    """HiFi-GAN's generator V2 (Kong et al. 2020)."""

    def __init__(self):
        super().__init__()
        self.conv_pre = weight_norm(nn.Conv1d(80, 128, 7, 1, padding=3))
        self.ups = nn.ModuleList()
        self.resblocks = nn.ModuleList()
        for i, (rate, kernel) in enumerate(zip((8, 8, 2, 2), (16, 16, 4, 4))):
            c = 128 // 2**i
            self.ups.append(weight_norm(
                nn.ConvTranspose1d(c, c // 2, kernel, rate, padding=(kernel - rate) // 2)))
            self.resblocks.extend([ResBlock(c // 2, k) for k in (3, 7, 11)])
        self.conv_post = weight_norm(nn.Conv1d(8, 1, 7, 1, padding=3))

    def forward(self, x):
        x = self.conv_pre(x)
        for i, up in enumerate(self.ups):
            x = up(x)
            x = sum(block(x) for block in self.resblocks[3 * i:3 * i + 3])
        return self.conv_post(x)


class Swish(nn.Module):
    def forward(self, x):
        return x * torch.sigmoid(x)


class Words(nn.Module):
    def forward(self, x):
        return x

    def __repr__(self):
        return "Words of its own"


def sequentials():
    """Models in which every module's effect on a size is known, and some in which it is not."""
    yield "DCGAN", Generator(), (1, 100, 1, 1)
    yield "CycleGAN", ResnetGenerator(), (1, 3, 64, 96)
    yield "DataParallel", nn.DataParallel(Generator()), (2, 100, 1, 1)
    yield "torch.compile", torch.compile(Generator()), (1, 100, 3, 2)
    yield "sub-pixel", nn.Sequential(
        nn.Conv2d(1, 64, 5, padding=2), nn.Tanh(), nn.Conv2d(64, 32, 3, padding="same"), nn.Tanh(),
        nn.Conv2d(32, 9, 3, padding=1, padding_mode="reflect"), nn.PixelShuffle(3),
        nn.PixelUnshuffle(3), nn.Conv2d(9, 1, (1, 3), padding="valid")), (1, 1, 17, 21)
    yield "resize", nn.Sequential(
        nn.ZeroPad2d((1, 2, 3, 4)), nn.Conv2d(3, 8, 3, stride=2), nn.GroupNorm(2, 8), nn.SiLU(),
        nn.Upsample(scale_factor=2.5), nn.Conv2d(8, 8, 3, dilation=2, groups=4), nn.Dropout2d(),
        nn.UpsamplingBilinear2d(size=(20, 30)), nn.ReplicationPad2d(2),
        nn.ConvTranspose2d(8, 8, 5, 3, 1, dilation=2, output_padding=2, groups=2),
        nn.ConstantPad2d((-1, 0, 2, -2), 0.5), nn.AvgPool2d(2), nn.Conv2d(8, 4, 1),
        nn.MaxPool2d(3, 2, 1, ceil_mode=True), nn.Identity(), nn.Conv2d(4, 4, 1)), (2, 3, 31, 40)
    yield "adaptive", nn.Sequential(
        nn.Conv2d(3, 8, 3), nn.AdaptiveAvgPool2d((None, 7)), nn.Conv2d(8, 8, 3),
        nn.AdaptiveMaxPool2d(5), nn.Conv2d(8, 8, 3)), (1, 3, 20, 20)
    yield "one axis", nn.Sequential(
        nn.Conv1d(4, 8, 5, stride=2, padding=2), nn.BatchNorm1d(8), nn.ReLU(), nn.MaxPool1d(2),
        nn.Upsample(scale_factor=2), nn.ConvTranspose1d(8, 4, 4, 2, 1), nn.AvgPool1d(5, 2, 2),
        nn.ReflectionPad1d((2, 1)), nn.Conv1d(4, 4, 3, padding="same", dilation=3)), (1, 4, 61)
    yield "unknown", nn.Sequential(
        nn.Conv2d(3, 8, 3), Swish(), nn.Conv2d(8, 8, 3), Words(), nn.Conv2d(8, 8, 3),
        nn.AdaptiveAvgPool2d(4), nn.Conv2d(8, 8, 3), nn.Flatten(), nn.Linear(32, 5)), (1, 3, 20, 20)
    yield "nested", nn.Sequential(
        nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU()),
        nn.Sequential(nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(8, 4, 3))),
        nn.Conv2d(4, 1, 1)), (1, 3, 20, 21)
    yield "ResNet-50", ResNet(), (1, 3, 64, 64)
    yield "U-Net", UNet(), (1, 3, 32, 32)
    yield "HiFi-GAN", Vocoder(), (1, 80, 9)
    yield "one layer", nn.ConvTranspose2d(3, 4, 3, 2), (1, 3, 5, 6)


def record_model(name, model, shape):
    sizes = {}

    def note(path):
        def hook(module, inputs):
            sizes[path] = list(inputs[0].shape[2:])
        return hook

    layers = [(path, module) for path, module in model.named_modules()
              if isinstance(module, CONVOLUTIONS)]
    for path, module in layers:
        module.register_forward_pre_hook(note(path))
    (getattr(model, "_orig_mod", model))(torch.zeros(shape))
    return {
        "kind": "model", "name": name, "text": repr(model), "input": list(shape),
        "layers": [{"path": path, "class": type(module).__name__, "input": sizes[path]}
                   for path, module in layers]}


def record_layers(count):
    choose = random.Random(1)

    def pair(low, high):
        return choose.choice([choose.randint(low, high), (choose.randint(low, high),
                                                          choose.randint(low, high))])

    for _ in range(count):
        transposed, groups = choose.random() < 0.5, choose.randint(1, 3)
        arguments = {
            "in_channels": groups * choose.randint(1, 70),
            "out_channels": groups * choose.randint(1, 70), "kernel_size": pair(1, 9),
            "stride": pair(1, 4), "padding": pair(0, 4), "dilation": pair(1, 3), "groups": groups,
            "bias": choose.random() < 0.7}
        for key in ("stride", "padding", "dilation"):
            if choose.random() < 0.4:
                del arguments[key]
        if transposed and choose.random() < 0.5:
            arguments["output_padding"] = pair(0, 1)
        if not transposed and choose.random() < 0.2:
            arguments["padding"] = choose.choice(["same", "valid"])
            arguments.pop("stride", None)
        make = nn.ConvTranspose2d if transposed else nn.Conv2d
        yield {"kind": "layer", "class": make.__name__, "arguments": arguments,
               "text": repr(make(**arguments))}


def record_modules(count):
    choose = random.Random(2)

    def number(low, high):
        return choose.randint(low, high)

    def pair(low, high):
        return choose.choice([number(low, high), (number(low, high), number(low, high))])

    makers = [
        lambda: nn.MaxPool2d(pair(1, 5), pair(1, 4), number(0, 2), pair(1, 2),
                             ceil_mode=choose.random() < 0.5),
        lambda: nn.MaxPool2d(pair(1, 5), pair(1, 4), pair(0, 2), ceil_mode=True),
        lambda: nn.MaxPool2d(pair(1, 4)),
        lambda: nn.AvgPool2d(pair(1, 4), pair(1, 3), number(0, 2)),
        lambda: nn.AvgPool2d(pair(1, 4), pair(1, 3), number(0, 2), ceil_mode=True),
        lambda: nn.AdaptiveAvgPool2d(choose.choice([number(1, 9), (None, number(1, 9))])),
        lambda: nn.Upsample(scale_factor=choose.choice([2, 3, 0.5, 1.7, (2, 3), 0.1])),
        lambda: nn.Upsample(size=pair(1, 9), mode="bilinear"),
        lambda: nn.UpsamplingNearest2d(scale_factor=number(1, 3)),
        lambda: nn.PixelShuffle(number(1, 4)),
        lambda: nn.PixelUnshuffle(number(1, 3)),
        lambda: nn.ZeroPad2d(tuple(number(-3, 4) for _ in range(4))),
        lambda: nn.ReflectionPad2d(tuple(number(0, 6) for _ in range(4))),
        lambda: nn.ReplicationPad2d(number(0, 4)),
        lambda: nn.ConstantPad2d(number(-2, 4), 1.5),
        lambda: nn.BatchNorm2d(choose.choice([36, 35])),
        lambda: nn.GroupNorm(4, choose.choice([36, 40])),
        lambda: choose.choice([nn.ReLU(), nn.Softmax(dim=1), nn.PReLU(), nn.Dropout(0.5),
                               nn.LeakyReLU(0.2, True), nn.Hardtanh(), nn.Softplus()]),
    ]
    for _ in range(count):
        module = choose.choice(makers)()
        shape = [1, 36, number(1, 12), number(1, 12)]
        try:
            output = list(module.eval()(torch.zeros(shape)).shape)
        except Exception:
            output = None
        if output and 0 in output:
            output = None
        yield {"kind": "module", "text": repr(module), "input": shape, "output": output}


if __name__ == "__main__":
    print(json.dumps({"kind": "version", "torch": torch.__version__}))
    for name, model, shape in sequentials():
        torch.manual_seed(0)
        print(json.dumps(record_model(name, model.eval(), shape)))
    for record in [*record_layers(300), *record_modules(600)]:
        print(json.dumps(record))
