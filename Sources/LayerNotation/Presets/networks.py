# Networks to begin with: each begins with its name, and is Python that PyTorch runs.

# network: lenet
# title: LeNet-5, its convolutions and poolings
# source: LeCun et al. 1998, Gradient-Based Learning, section II.B; from memory
# note: C3 is connected to all maps of S2; the paper leaves some out
# output: 1,120,1,1
# parameters: 50692
x = torch.zeros(1, 1, 32, 32)
c1 = nn.Conv2d(1, 6, 5)(x)
t1 = nn.Tanh()(c1)
s2 = nn.AvgPool2d(2)(t1)
c3 = nn.Conv2d(6, 16, 5)(s2)
t3 = nn.Tanh()(c3)
s4 = nn.AvgPool2d(2)(t3)
c5 = nn.Conv2d(16, 120, 5)(s4)
t5 = nn.Tanh()(c5)

# network: alexnet
# title: AlexNet, its features
# source: torchvision 0.29.2, models/alexnet.py
# output: 1,256,6,6
# parameters: 2469696
x = torch.zeros(1, 3, 224, 224)
conv2d_0 = nn.Conv2d(3, 64, 11, stride=4, padding=2)(x)
relu_1 = nn.ReLU()(conv2d_0)
maxpool2d_2 = nn.MaxPool2d(3, stride=2)(relu_1)
conv2d_3 = nn.Conv2d(64, 192, 5, padding=2)(maxpool2d_2)
relu_4 = nn.ReLU()(conv2d_3)
maxpool2d_5 = nn.MaxPool2d(3, stride=2)(relu_4)
conv2d_6 = nn.Conv2d(192, 384, 3, padding=1)(maxpool2d_5)
relu_7 = nn.ReLU()(conv2d_6)
conv2d_8 = nn.Conv2d(384, 256, 3, padding=1)(relu_7)
relu_9 = nn.ReLU()(conv2d_8)
conv2d_10 = nn.Conv2d(256, 256, 3, padding=1)(relu_9)
relu_11 = nn.ReLU()(conv2d_10)
maxpool2d_12 = nn.MaxPool2d(3, stride=2)(relu_11)

# network: vgg16
# title: VGG16, its features
# source: torchvision 0.29.2, models/vgg.py
# output: 1,512,7,7
# parameters: 14714688
x = torch.zeros(1, 3, 224, 224)
conv2d_0 = nn.Conv2d(3, 64, 3, padding=1)(x)
relu_1 = nn.ReLU()(conv2d_0)
conv2d_2 = nn.Conv2d(64, 64, 3, padding=1)(relu_1)
relu_3 = nn.ReLU()(conv2d_2)
maxpool2d_4 = nn.MaxPool2d(2)(relu_3)
conv2d_5 = nn.Conv2d(64, 128, 3, padding=1)(maxpool2d_4)
relu_6 = nn.ReLU()(conv2d_5)
conv2d_7 = nn.Conv2d(128, 128, 3, padding=1)(relu_6)
relu_8 = nn.ReLU()(conv2d_7)
maxpool2d_9 = nn.MaxPool2d(2)(relu_8)
conv2d_10 = nn.Conv2d(128, 256, 3, padding=1)(maxpool2d_9)
relu_11 = nn.ReLU()(conv2d_10)
conv2d_12 = nn.Conv2d(256, 256, 3, padding=1)(relu_11)
relu_13 = nn.ReLU()(conv2d_12)
conv2d_14 = nn.Conv2d(256, 256, 3, padding=1)(relu_13)
relu_15 = nn.ReLU()(conv2d_14)
maxpool2d_16 = nn.MaxPool2d(2)(relu_15)
conv2d_17 = nn.Conv2d(256, 512, 3, padding=1)(maxpool2d_16)
relu_18 = nn.ReLU()(conv2d_17)
conv2d_19 = nn.Conv2d(512, 512, 3, padding=1)(relu_18)
relu_20 = nn.ReLU()(conv2d_19)
conv2d_21 = nn.Conv2d(512, 512, 3, padding=1)(relu_20)
relu_22 = nn.ReLU()(conv2d_21)
maxpool2d_23 = nn.MaxPool2d(2)(relu_22)
conv2d_24 = nn.Conv2d(512, 512, 3, padding=1)(maxpool2d_23)
relu_25 = nn.ReLU()(conv2d_24)
conv2d_26 = nn.Conv2d(512, 512, 3, padding=1)(relu_25)
relu_27 = nn.ReLU()(conv2d_26)
conv2d_28 = nn.Conv2d(512, 512, 3, padding=1)(relu_27)
relu_29 = nn.ReLU()(conv2d_28)
maxpool2d_30 = nn.MaxPool2d(2)(relu_29)

# network: resnet18
# title: ResNet-18 up to its global pooling
# source: torchvision 0.29.2, models/resnet.py
# output: 1,512,7,7
# parameters: 11176512
x = torch.zeros(1, 3, 224, 224)
conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)(x)
bn1 = nn.BatchNorm2d(64)(conv1)
relu = nn.ReLU()(bn1)
maxpool = nn.MaxPool2d(3, stride=2, padding=1)(relu)
layer1_0_conv1 = nn.Conv2d(64, 64, 3, padding=1, bias=False)(maxpool)
layer1_0_bn1 = nn.BatchNorm2d(64)(layer1_0_conv1)
layer1_0_relu = nn.ReLU()(layer1_0_bn1)
layer1_0_conv2 = nn.Conv2d(64, 64, 3, padding=1, bias=False)(layer1_0_relu)
layer1_0_bn2 = nn.BatchNorm2d(64)(layer1_0_conv2)
add = layer1_0_bn2 + maxpool
layer1_0_relu_1 = nn.ReLU()(add)
layer1_1_conv1 = nn.Conv2d(64, 64, 3, padding=1, bias=False)(layer1_0_relu_1)
layer1_1_bn1 = nn.BatchNorm2d(64)(layer1_1_conv1)
layer1_1_relu = nn.ReLU()(layer1_1_bn1)
layer1_1_conv2 = nn.Conv2d(64, 64, 3, padding=1, bias=False)(layer1_1_relu)
layer1_1_bn2 = nn.BatchNorm2d(64)(layer1_1_conv2)
add_1 = layer1_1_bn2 + layer1_0_relu_1
layer1_1_relu_1 = nn.ReLU()(add_1)
layer2_0_conv1 = nn.Conv2d(64, 128, 3, stride=2, padding=1, bias=False)(layer1_1_relu_1)
layer2_0_bn1 = nn.BatchNorm2d(128)(layer2_0_conv1)
layer2_0_relu = nn.ReLU()(layer2_0_bn1)
layer2_0_conv2 = nn.Conv2d(128, 128, 3, padding=1, bias=False)(layer2_0_relu)
layer2_0_bn2 = nn.BatchNorm2d(128)(layer2_0_conv2)
layer2_0_downsample_0 = nn.Conv2d(64, 128, 1, stride=2, bias=False)(layer1_1_relu_1)
layer2_0_downsample_1 = nn.BatchNorm2d(128)(layer2_0_downsample_0)
add_2 = layer2_0_bn2 + layer2_0_downsample_1
layer2_0_relu_1 = nn.ReLU()(add_2)
layer2_1_conv1 = nn.Conv2d(128, 128, 3, padding=1, bias=False)(layer2_0_relu_1)
layer2_1_bn1 = nn.BatchNorm2d(128)(layer2_1_conv1)
layer2_1_relu = nn.ReLU()(layer2_1_bn1)
layer2_1_conv2 = nn.Conv2d(128, 128, 3, padding=1, bias=False)(layer2_1_relu)
layer2_1_bn2 = nn.BatchNorm2d(128)(layer2_1_conv2)
add_3 = layer2_1_bn2 + layer2_0_relu_1
layer2_1_relu_1 = nn.ReLU()(add_3)
layer3_0_conv1 = nn.Conv2d(128, 256, 3, stride=2, padding=1, bias=False)(layer2_1_relu_1)
layer3_0_bn1 = nn.BatchNorm2d(256)(layer3_0_conv1)
layer3_0_relu = nn.ReLU()(layer3_0_bn1)
layer3_0_conv2 = nn.Conv2d(256, 256, 3, padding=1, bias=False)(layer3_0_relu)
layer3_0_bn2 = nn.BatchNorm2d(256)(layer3_0_conv2)
layer3_0_downsample_0 = nn.Conv2d(128, 256, 1, stride=2, bias=False)(layer2_1_relu_1)
layer3_0_downsample_1 = nn.BatchNorm2d(256)(layer3_0_downsample_0)
add_4 = layer3_0_bn2 + layer3_0_downsample_1
layer3_0_relu_1 = nn.ReLU()(add_4)
layer3_1_conv1 = nn.Conv2d(256, 256, 3, padding=1, bias=False)(layer3_0_relu_1)
layer3_1_bn1 = nn.BatchNorm2d(256)(layer3_1_conv1)
layer3_1_relu = nn.ReLU()(layer3_1_bn1)
layer3_1_conv2 = nn.Conv2d(256, 256, 3, padding=1, bias=False)(layer3_1_relu)
layer3_1_bn2 = nn.BatchNorm2d(256)(layer3_1_conv2)
add_5 = layer3_1_bn2 + layer3_0_relu_1
layer3_1_relu_1 = nn.ReLU()(add_5)
layer4_0_conv1 = nn.Conv2d(256, 512, 3, stride=2, padding=1, bias=False)(layer3_1_relu_1)
layer4_0_bn1 = nn.BatchNorm2d(512)(layer4_0_conv1)
layer4_0_relu = nn.ReLU()(layer4_0_bn1)
layer4_0_conv2 = nn.Conv2d(512, 512, 3, padding=1, bias=False)(layer4_0_relu)
layer4_0_bn2 = nn.BatchNorm2d(512)(layer4_0_conv2)
layer4_0_downsample_0 = nn.Conv2d(256, 512, 1, stride=2, bias=False)(layer3_1_relu_1)
layer4_0_downsample_1 = nn.BatchNorm2d(512)(layer4_0_downsample_0)
add_6 = layer4_0_bn2 + layer4_0_downsample_1
layer4_0_relu_1 = nn.ReLU()(add_6)
layer4_1_conv1 = nn.Conv2d(512, 512, 3, padding=1, bias=False)(layer4_0_relu_1)
layer4_1_bn1 = nn.BatchNorm2d(512)(layer4_1_conv1)
layer4_1_relu = nn.ReLU()(layer4_1_bn1)
layer4_1_conv2 = nn.Conv2d(512, 512, 3, padding=1, bias=False)(layer4_1_relu)
layer4_1_bn2 = nn.BatchNorm2d(512)(layer4_1_conv2)
add_7 = layer4_1_bn2 + layer4_0_relu_1
layer4_1_relu_1 = nn.ReLU()(add_7)

# network: resnet50
# title: ResNet-50 up to its global pooling
# source: torchvision 0.29.2, models/resnet.py
# output: 1,2048,7,7
# parameters: 23508032
x = torch.zeros(1, 3, 224, 224)
conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)(x)
bn1 = nn.BatchNorm2d(64)(conv1)
relu = nn.ReLU()(bn1)
maxpool = nn.MaxPool2d(3, stride=2, padding=1)(relu)
layer1_0_conv1 = nn.Conv2d(64, 64, 1, bias=False)(maxpool)
layer1_0_bn1 = nn.BatchNorm2d(64)(layer1_0_conv1)
layer1_0_relu = nn.ReLU()(layer1_0_bn1)
layer1_0_conv2 = nn.Conv2d(64, 64, 3, padding=1, bias=False)(layer1_0_relu)
layer1_0_bn2 = nn.BatchNorm2d(64)(layer1_0_conv2)
layer1_0_relu_1 = nn.ReLU()(layer1_0_bn2)
layer1_0_conv3 = nn.Conv2d(64, 256, 1, bias=False)(layer1_0_relu_1)
layer1_0_bn3 = nn.BatchNorm2d(256)(layer1_0_conv3)
layer1_0_downsample_0 = nn.Conv2d(64, 256, 1, bias=False)(maxpool)
layer1_0_downsample_1 = nn.BatchNorm2d(256)(layer1_0_downsample_0)
add = layer1_0_bn3 + layer1_0_downsample_1
layer1_0_relu_2 = nn.ReLU()(add)
layer1_1_conv1 = nn.Conv2d(256, 64, 1, bias=False)(layer1_0_relu_2)
layer1_1_bn1 = nn.BatchNorm2d(64)(layer1_1_conv1)
layer1_1_relu = nn.ReLU()(layer1_1_bn1)
layer1_1_conv2 = nn.Conv2d(64, 64, 3, padding=1, bias=False)(layer1_1_relu)
layer1_1_bn2 = nn.BatchNorm2d(64)(layer1_1_conv2)
layer1_1_relu_1 = nn.ReLU()(layer1_1_bn2)
layer1_1_conv3 = nn.Conv2d(64, 256, 1, bias=False)(layer1_1_relu_1)
layer1_1_bn3 = nn.BatchNorm2d(256)(layer1_1_conv3)
add_1 = layer1_1_bn3 + layer1_0_relu_2
layer1_1_relu_2 = nn.ReLU()(add_1)
layer1_2_conv1 = nn.Conv2d(256, 64, 1, bias=False)(layer1_1_relu_2)
layer1_2_bn1 = nn.BatchNorm2d(64)(layer1_2_conv1)
layer1_2_relu = nn.ReLU()(layer1_2_bn1)
layer1_2_conv2 = nn.Conv2d(64, 64, 3, padding=1, bias=False)(layer1_2_relu)
layer1_2_bn2 = nn.BatchNorm2d(64)(layer1_2_conv2)
layer1_2_relu_1 = nn.ReLU()(layer1_2_bn2)
layer1_2_conv3 = nn.Conv2d(64, 256, 1, bias=False)(layer1_2_relu_1)
layer1_2_bn3 = nn.BatchNorm2d(256)(layer1_2_conv3)
add_2 = layer1_2_bn3 + layer1_1_relu_2
layer1_2_relu_2 = nn.ReLU()(add_2)
layer2_0_conv1 = nn.Conv2d(256, 128, 1, bias=False)(layer1_2_relu_2)
layer2_0_bn1 = nn.BatchNorm2d(128)(layer2_0_conv1)
layer2_0_relu = nn.ReLU()(layer2_0_bn1)
layer2_0_conv2 = nn.Conv2d(128, 128, 3, stride=2, padding=1, bias=False)(layer2_0_relu)
layer2_0_bn2 = nn.BatchNorm2d(128)(layer2_0_conv2)
layer2_0_relu_1 = nn.ReLU()(layer2_0_bn2)
layer2_0_conv3 = nn.Conv2d(128, 512, 1, bias=False)(layer2_0_relu_1)
layer2_0_bn3 = nn.BatchNorm2d(512)(layer2_0_conv3)
layer2_0_downsample_0 = nn.Conv2d(256, 512, 1, stride=2, bias=False)(layer1_2_relu_2)
layer2_0_downsample_1 = nn.BatchNorm2d(512)(layer2_0_downsample_0)
add_3 = layer2_0_bn3 + layer2_0_downsample_1
layer2_0_relu_2 = nn.ReLU()(add_3)
layer2_1_conv1 = nn.Conv2d(512, 128, 1, bias=False)(layer2_0_relu_2)
layer2_1_bn1 = nn.BatchNorm2d(128)(layer2_1_conv1)
layer2_1_relu = nn.ReLU()(layer2_1_bn1)
layer2_1_conv2 = nn.Conv2d(128, 128, 3, padding=1, bias=False)(layer2_1_relu)
layer2_1_bn2 = nn.BatchNorm2d(128)(layer2_1_conv2)
layer2_1_relu_1 = nn.ReLU()(layer2_1_bn2)
layer2_1_conv3 = nn.Conv2d(128, 512, 1, bias=False)(layer2_1_relu_1)
layer2_1_bn3 = nn.BatchNorm2d(512)(layer2_1_conv3)
add_4 = layer2_1_bn3 + layer2_0_relu_2
layer2_1_relu_2 = nn.ReLU()(add_4)
layer2_2_conv1 = nn.Conv2d(512, 128, 1, bias=False)(layer2_1_relu_2)
layer2_2_bn1 = nn.BatchNorm2d(128)(layer2_2_conv1)
layer2_2_relu = nn.ReLU()(layer2_2_bn1)
layer2_2_conv2 = nn.Conv2d(128, 128, 3, padding=1, bias=False)(layer2_2_relu)
layer2_2_bn2 = nn.BatchNorm2d(128)(layer2_2_conv2)
layer2_2_relu_1 = nn.ReLU()(layer2_2_bn2)
layer2_2_conv3 = nn.Conv2d(128, 512, 1, bias=False)(layer2_2_relu_1)
layer2_2_bn3 = nn.BatchNorm2d(512)(layer2_2_conv3)
add_5 = layer2_2_bn3 + layer2_1_relu_2
layer2_2_relu_2 = nn.ReLU()(add_5)
layer2_3_conv1 = nn.Conv2d(512, 128, 1, bias=False)(layer2_2_relu_2)
layer2_3_bn1 = nn.BatchNorm2d(128)(layer2_3_conv1)
layer2_3_relu = nn.ReLU()(layer2_3_bn1)
layer2_3_conv2 = nn.Conv2d(128, 128, 3, padding=1, bias=False)(layer2_3_relu)
layer2_3_bn2 = nn.BatchNorm2d(128)(layer2_3_conv2)
layer2_3_relu_1 = nn.ReLU()(layer2_3_bn2)
layer2_3_conv3 = nn.Conv2d(128, 512, 1, bias=False)(layer2_3_relu_1)
layer2_3_bn3 = nn.BatchNorm2d(512)(layer2_3_conv3)
add_6 = layer2_3_bn3 + layer2_2_relu_2
layer2_3_relu_2 = nn.ReLU()(add_6)
layer3_0_conv1 = nn.Conv2d(512, 256, 1, bias=False)(layer2_3_relu_2)
layer3_0_bn1 = nn.BatchNorm2d(256)(layer3_0_conv1)
layer3_0_relu = nn.ReLU()(layer3_0_bn1)
layer3_0_conv2 = nn.Conv2d(256, 256, 3, stride=2, padding=1, bias=False)(layer3_0_relu)
layer3_0_bn2 = nn.BatchNorm2d(256)(layer3_0_conv2)
layer3_0_relu_1 = nn.ReLU()(layer3_0_bn2)
layer3_0_conv3 = nn.Conv2d(256, 1024, 1, bias=False)(layer3_0_relu_1)
layer3_0_bn3 = nn.BatchNorm2d(1024)(layer3_0_conv3)
layer3_0_downsample_0 = nn.Conv2d(512, 1024, 1, stride=2, bias=False)(layer2_3_relu_2)
layer3_0_downsample_1 = nn.BatchNorm2d(1024)(layer3_0_downsample_0)
add_7 = layer3_0_bn3 + layer3_0_downsample_1
layer3_0_relu_2 = nn.ReLU()(add_7)
layer3_1_conv1 = nn.Conv2d(1024, 256, 1, bias=False)(layer3_0_relu_2)
layer3_1_bn1 = nn.BatchNorm2d(256)(layer3_1_conv1)
layer3_1_relu = nn.ReLU()(layer3_1_bn1)
layer3_1_conv2 = nn.Conv2d(256, 256, 3, padding=1, bias=False)(layer3_1_relu)
layer3_1_bn2 = nn.BatchNorm2d(256)(layer3_1_conv2)
layer3_1_relu_1 = nn.ReLU()(layer3_1_bn2)
layer3_1_conv3 = nn.Conv2d(256, 1024, 1, bias=False)(layer3_1_relu_1)
layer3_1_bn3 = nn.BatchNorm2d(1024)(layer3_1_conv3)
add_8 = layer3_1_bn3 + layer3_0_relu_2
layer3_1_relu_2 = nn.ReLU()(add_8)
layer3_2_conv1 = nn.Conv2d(1024, 256, 1, bias=False)(layer3_1_relu_2)
layer3_2_bn1 = nn.BatchNorm2d(256)(layer3_2_conv1)
layer3_2_relu = nn.ReLU()(layer3_2_bn1)
layer3_2_conv2 = nn.Conv2d(256, 256, 3, padding=1, bias=False)(layer3_2_relu)
layer3_2_bn2 = nn.BatchNorm2d(256)(layer3_2_conv2)
layer3_2_relu_1 = nn.ReLU()(layer3_2_bn2)
layer3_2_conv3 = nn.Conv2d(256, 1024, 1, bias=False)(layer3_2_relu_1)
layer3_2_bn3 = nn.BatchNorm2d(1024)(layer3_2_conv3)
add_9 = layer3_2_bn3 + layer3_1_relu_2
layer3_2_relu_2 = nn.ReLU()(add_9)
layer3_3_conv1 = nn.Conv2d(1024, 256, 1, bias=False)(layer3_2_relu_2)
layer3_3_bn1 = nn.BatchNorm2d(256)(layer3_3_conv1)
layer3_3_relu = nn.ReLU()(layer3_3_bn1)
layer3_3_conv2 = nn.Conv2d(256, 256, 3, padding=1, bias=False)(layer3_3_relu)
layer3_3_bn2 = nn.BatchNorm2d(256)(layer3_3_conv2)
layer3_3_relu_1 = nn.ReLU()(layer3_3_bn2)
layer3_3_conv3 = nn.Conv2d(256, 1024, 1, bias=False)(layer3_3_relu_1)
layer3_3_bn3 = nn.BatchNorm2d(1024)(layer3_3_conv3)
add_10 = layer3_3_bn3 + layer3_2_relu_2
layer3_3_relu_2 = nn.ReLU()(add_10)
layer3_4_conv1 = nn.Conv2d(1024, 256, 1, bias=False)(layer3_3_relu_2)
layer3_4_bn1 = nn.BatchNorm2d(256)(layer3_4_conv1)
layer3_4_relu = nn.ReLU()(layer3_4_bn1)
layer3_4_conv2 = nn.Conv2d(256, 256, 3, padding=1, bias=False)(layer3_4_relu)
layer3_4_bn2 = nn.BatchNorm2d(256)(layer3_4_conv2)
layer3_4_relu_1 = nn.ReLU()(layer3_4_bn2)
layer3_4_conv3 = nn.Conv2d(256, 1024, 1, bias=False)(layer3_4_relu_1)
layer3_4_bn3 = nn.BatchNorm2d(1024)(layer3_4_conv3)
add_11 = layer3_4_bn3 + layer3_3_relu_2
layer3_4_relu_2 = nn.ReLU()(add_11)
layer3_5_conv1 = nn.Conv2d(1024, 256, 1, bias=False)(layer3_4_relu_2)
layer3_5_bn1 = nn.BatchNorm2d(256)(layer3_5_conv1)
layer3_5_relu = nn.ReLU()(layer3_5_bn1)
layer3_5_conv2 = nn.Conv2d(256, 256, 3, padding=1, bias=False)(layer3_5_relu)
layer3_5_bn2 = nn.BatchNorm2d(256)(layer3_5_conv2)
layer3_5_relu_1 = nn.ReLU()(layer3_5_bn2)
layer3_5_conv3 = nn.Conv2d(256, 1024, 1, bias=False)(layer3_5_relu_1)
layer3_5_bn3 = nn.BatchNorm2d(1024)(layer3_5_conv3)
add_12 = layer3_5_bn3 + layer3_4_relu_2
layer3_5_relu_2 = nn.ReLU()(add_12)
layer4_0_conv1 = nn.Conv2d(1024, 512, 1, bias=False)(layer3_5_relu_2)
layer4_0_bn1 = nn.BatchNorm2d(512)(layer4_0_conv1)
layer4_0_relu = nn.ReLU()(layer4_0_bn1)
layer4_0_conv2 = nn.Conv2d(512, 512, 3, stride=2, padding=1, bias=False)(layer4_0_relu)
layer4_0_bn2 = nn.BatchNorm2d(512)(layer4_0_conv2)
layer4_0_relu_1 = nn.ReLU()(layer4_0_bn2)
layer4_0_conv3 = nn.Conv2d(512, 2048, 1, bias=False)(layer4_0_relu_1)
layer4_0_bn3 = nn.BatchNorm2d(2048)(layer4_0_conv3)
layer4_0_downsample_0 = nn.Conv2d(1024, 2048, 1, stride=2, bias=False)(layer3_5_relu_2)
layer4_0_downsample_1 = nn.BatchNorm2d(2048)(layer4_0_downsample_0)
add_13 = layer4_0_bn3 + layer4_0_downsample_1
layer4_0_relu_2 = nn.ReLU()(add_13)
layer4_1_conv1 = nn.Conv2d(2048, 512, 1, bias=False)(layer4_0_relu_2)
layer4_1_bn1 = nn.BatchNorm2d(512)(layer4_1_conv1)
layer4_1_relu = nn.ReLU()(layer4_1_bn1)
layer4_1_conv2 = nn.Conv2d(512, 512, 3, padding=1, bias=False)(layer4_1_relu)
layer4_1_bn2 = nn.BatchNorm2d(512)(layer4_1_conv2)
layer4_1_relu_1 = nn.ReLU()(layer4_1_bn2)
layer4_1_conv3 = nn.Conv2d(512, 2048, 1, bias=False)(layer4_1_relu_1)
layer4_1_bn3 = nn.BatchNorm2d(2048)(layer4_1_conv3)
add_14 = layer4_1_bn3 + layer4_0_relu_2
layer4_1_relu_2 = nn.ReLU()(add_14)
layer4_2_conv1 = nn.Conv2d(2048, 512, 1, bias=False)(layer4_1_relu_2)
layer4_2_bn1 = nn.BatchNorm2d(512)(layer4_2_conv1)
layer4_2_relu = nn.ReLU()(layer4_2_bn1)
layer4_2_conv2 = nn.Conv2d(512, 512, 3, padding=1, bias=False)(layer4_2_relu)
layer4_2_bn2 = nn.BatchNorm2d(512)(layer4_2_conv2)
layer4_2_relu_1 = nn.ReLU()(layer4_2_bn2)
layer4_2_conv3 = nn.Conv2d(512, 2048, 1, bias=False)(layer4_2_relu_1)
layer4_2_bn3 = nn.BatchNorm2d(2048)(layer4_2_conv3)
add_15 = layer4_2_bn3 + layer4_1_relu_2
layer4_2_relu_2 = nn.ReLU()(add_15)

# network: mobilenet_v2
# title: MobileNetV2, its features
# source: torchvision 0.29.2, models/mobilenetv2.py
# output: 1,1280,7,7
# parameters: 2223872
x = torch.zeros(1, 3, 224, 224)
conv2d_0_0 = nn.Conv2d(3, 32, 3, stride=2, padding=1, bias=False)(x)
batchnorm2d_0_1 = nn.BatchNorm2d(32)(conv2d_0_0)
relu6_0_2 = nn.ReLU6()(batchnorm2d_0_1)
conv2d_1_conv_0_0 = nn.Conv2d(32, 32, 3, padding=1, groups=32, bias=False)(relu6_0_2)
batchnorm2d_1_conv_0_1 = nn.BatchNorm2d(32)(conv2d_1_conv_0_0)
relu6_1_conv_0_2 = nn.ReLU6()(batchnorm2d_1_conv_0_1)
conv2d_1_conv_1 = nn.Conv2d(32, 16, 1, bias=False)(relu6_1_conv_0_2)
batchnorm2d_1_conv_2 = nn.BatchNorm2d(16)(conv2d_1_conv_1)
conv2d_2_conv_0_0 = nn.Conv2d(16, 96, 1, bias=False)(batchnorm2d_1_conv_2)
batchnorm2d_2_conv_0_1 = nn.BatchNorm2d(96)(conv2d_2_conv_0_0)
relu6_2_conv_0_2 = nn.ReLU6()(batchnorm2d_2_conv_0_1)
conv2d_2_conv_1_0 = nn.Conv2d(96, 96, 3, stride=2, padding=1, groups=96, bias=False)(relu6_2_conv_0_2)
batchnorm2d_2_conv_1_1 = nn.BatchNorm2d(96)(conv2d_2_conv_1_0)
relu6_2_conv_1_2 = nn.ReLU6()(batchnorm2d_2_conv_1_1)
conv2d_2_conv_2 = nn.Conv2d(96, 24, 1, bias=False)(relu6_2_conv_1_2)
batchnorm2d_2_conv_3 = nn.BatchNorm2d(24)(conv2d_2_conv_2)
conv2d_3_conv_0_0 = nn.Conv2d(24, 144, 1, bias=False)(batchnorm2d_2_conv_3)
batchnorm2d_3_conv_0_1 = nn.BatchNorm2d(144)(conv2d_3_conv_0_0)
relu6_3_conv_0_2 = nn.ReLU6()(batchnorm2d_3_conv_0_1)
conv2d_3_conv_1_0 = nn.Conv2d(144, 144, 3, padding=1, groups=144, bias=False)(relu6_3_conv_0_2)
batchnorm2d_3_conv_1_1 = nn.BatchNorm2d(144)(conv2d_3_conv_1_0)
relu6_3_conv_1_2 = nn.ReLU6()(batchnorm2d_3_conv_1_1)
conv2d_3_conv_2 = nn.Conv2d(144, 24, 1, bias=False)(relu6_3_conv_1_2)
batchnorm2d_3_conv_3 = nn.BatchNorm2d(24)(conv2d_3_conv_2)
add = batchnorm2d_2_conv_3 + batchnorm2d_3_conv_3
conv2d_4_conv_0_0 = nn.Conv2d(24, 144, 1, bias=False)(add)
batchnorm2d_4_conv_0_1 = nn.BatchNorm2d(144)(conv2d_4_conv_0_0)
relu6_4_conv_0_2 = nn.ReLU6()(batchnorm2d_4_conv_0_1)
conv2d_4_conv_1_0 = nn.Conv2d(144, 144, 3, stride=2, padding=1, groups=144, bias=False)(relu6_4_conv_0_2)
batchnorm2d_4_conv_1_1 = nn.BatchNorm2d(144)(conv2d_4_conv_1_0)
relu6_4_conv_1_2 = nn.ReLU6()(batchnorm2d_4_conv_1_1)
conv2d_4_conv_2 = nn.Conv2d(144, 32, 1, bias=False)(relu6_4_conv_1_2)
batchnorm2d_4_conv_3 = nn.BatchNorm2d(32)(conv2d_4_conv_2)
conv2d_5_conv_0_0 = nn.Conv2d(32, 192, 1, bias=False)(batchnorm2d_4_conv_3)
batchnorm2d_5_conv_0_1 = nn.BatchNorm2d(192)(conv2d_5_conv_0_0)
relu6_5_conv_0_2 = nn.ReLU6()(batchnorm2d_5_conv_0_1)
conv2d_5_conv_1_0 = nn.Conv2d(192, 192, 3, padding=1, groups=192, bias=False)(relu6_5_conv_0_2)
batchnorm2d_5_conv_1_1 = nn.BatchNorm2d(192)(conv2d_5_conv_1_0)
relu6_5_conv_1_2 = nn.ReLU6()(batchnorm2d_5_conv_1_1)
conv2d_5_conv_2 = nn.Conv2d(192, 32, 1, bias=False)(relu6_5_conv_1_2)
batchnorm2d_5_conv_3 = nn.BatchNorm2d(32)(conv2d_5_conv_2)
add_1 = batchnorm2d_4_conv_3 + batchnorm2d_5_conv_3
conv2d_6_conv_0_0 = nn.Conv2d(32, 192, 1, bias=False)(add_1)
batchnorm2d_6_conv_0_1 = nn.BatchNorm2d(192)(conv2d_6_conv_0_0)
relu6_6_conv_0_2 = nn.ReLU6()(batchnorm2d_6_conv_0_1)
conv2d_6_conv_1_0 = nn.Conv2d(192, 192, 3, padding=1, groups=192, bias=False)(relu6_6_conv_0_2)
batchnorm2d_6_conv_1_1 = nn.BatchNorm2d(192)(conv2d_6_conv_1_0)
relu6_6_conv_1_2 = nn.ReLU6()(batchnorm2d_6_conv_1_1)
conv2d_6_conv_2 = nn.Conv2d(192, 32, 1, bias=False)(relu6_6_conv_1_2)
batchnorm2d_6_conv_3 = nn.BatchNorm2d(32)(conv2d_6_conv_2)
add_2 = add_1 + batchnorm2d_6_conv_3
conv2d_7_conv_0_0 = nn.Conv2d(32, 192, 1, bias=False)(add_2)
batchnorm2d_7_conv_0_1 = nn.BatchNorm2d(192)(conv2d_7_conv_0_0)
relu6_7_conv_0_2 = nn.ReLU6()(batchnorm2d_7_conv_0_1)
conv2d_7_conv_1_0 = nn.Conv2d(192, 192, 3, stride=2, padding=1, groups=192, bias=False)(relu6_7_conv_0_2)
batchnorm2d_7_conv_1_1 = nn.BatchNorm2d(192)(conv2d_7_conv_1_0)
relu6_7_conv_1_2 = nn.ReLU6()(batchnorm2d_7_conv_1_1)
conv2d_7_conv_2 = nn.Conv2d(192, 64, 1, bias=False)(relu6_7_conv_1_2)
batchnorm2d_7_conv_3 = nn.BatchNorm2d(64)(conv2d_7_conv_2)
conv2d_8_conv_0_0 = nn.Conv2d(64, 384, 1, bias=False)(batchnorm2d_7_conv_3)
batchnorm2d_8_conv_0_1 = nn.BatchNorm2d(384)(conv2d_8_conv_0_0)
relu6_8_conv_0_2 = nn.ReLU6()(batchnorm2d_8_conv_0_1)
conv2d_8_conv_1_0 = nn.Conv2d(384, 384, 3, padding=1, groups=384, bias=False)(relu6_8_conv_0_2)
batchnorm2d_8_conv_1_1 = nn.BatchNorm2d(384)(conv2d_8_conv_1_0)
relu6_8_conv_1_2 = nn.ReLU6()(batchnorm2d_8_conv_1_1)
conv2d_8_conv_2 = nn.Conv2d(384, 64, 1, bias=False)(relu6_8_conv_1_2)
batchnorm2d_8_conv_3 = nn.BatchNorm2d(64)(conv2d_8_conv_2)
add_3 = batchnorm2d_7_conv_3 + batchnorm2d_8_conv_3
conv2d_9_conv_0_0 = nn.Conv2d(64, 384, 1, bias=False)(add_3)
batchnorm2d_9_conv_0_1 = nn.BatchNorm2d(384)(conv2d_9_conv_0_0)
relu6_9_conv_0_2 = nn.ReLU6()(batchnorm2d_9_conv_0_1)
conv2d_9_conv_1_0 = nn.Conv2d(384, 384, 3, padding=1, groups=384, bias=False)(relu6_9_conv_0_2)
batchnorm2d_9_conv_1_1 = nn.BatchNorm2d(384)(conv2d_9_conv_1_0)
relu6_9_conv_1_2 = nn.ReLU6()(batchnorm2d_9_conv_1_1)
conv2d_9_conv_2 = nn.Conv2d(384, 64, 1, bias=False)(relu6_9_conv_1_2)
batchnorm2d_9_conv_3 = nn.BatchNorm2d(64)(conv2d_9_conv_2)
add_4 = add_3 + batchnorm2d_9_conv_3
conv2d_10_conv_0_0 = nn.Conv2d(64, 384, 1, bias=False)(add_4)
batchnorm2d_10_conv_0_1 = nn.BatchNorm2d(384)(conv2d_10_conv_0_0)
relu6_10_conv_0_2 = nn.ReLU6()(batchnorm2d_10_conv_0_1)
conv2d_10_conv_1_0 = nn.Conv2d(384, 384, 3, padding=1, groups=384, bias=False)(relu6_10_conv_0_2)
batchnorm2d_10_conv_1_1 = nn.BatchNorm2d(384)(conv2d_10_conv_1_0)
relu6_10_conv_1_2 = nn.ReLU6()(batchnorm2d_10_conv_1_1)
conv2d_10_conv_2 = nn.Conv2d(384, 64, 1, bias=False)(relu6_10_conv_1_2)
batchnorm2d_10_conv_3 = nn.BatchNorm2d(64)(conv2d_10_conv_2)
add_5 = add_4 + batchnorm2d_10_conv_3
conv2d_11_conv_0_0 = nn.Conv2d(64, 384, 1, bias=False)(add_5)
batchnorm2d_11_conv_0_1 = nn.BatchNorm2d(384)(conv2d_11_conv_0_0)
relu6_11_conv_0_2 = nn.ReLU6()(batchnorm2d_11_conv_0_1)
conv2d_11_conv_1_0 = nn.Conv2d(384, 384, 3, padding=1, groups=384, bias=False)(relu6_11_conv_0_2)
batchnorm2d_11_conv_1_1 = nn.BatchNorm2d(384)(conv2d_11_conv_1_0)
relu6_11_conv_1_2 = nn.ReLU6()(batchnorm2d_11_conv_1_1)
conv2d_11_conv_2 = nn.Conv2d(384, 96, 1, bias=False)(relu6_11_conv_1_2)
batchnorm2d_11_conv_3 = nn.BatchNorm2d(96)(conv2d_11_conv_2)
conv2d_12_conv_0_0 = nn.Conv2d(96, 576, 1, bias=False)(batchnorm2d_11_conv_3)
batchnorm2d_12_conv_0_1 = nn.BatchNorm2d(576)(conv2d_12_conv_0_0)
relu6_12_conv_0_2 = nn.ReLU6()(batchnorm2d_12_conv_0_1)
conv2d_12_conv_1_0 = nn.Conv2d(576, 576, 3, padding=1, groups=576, bias=False)(relu6_12_conv_0_2)
batchnorm2d_12_conv_1_1 = nn.BatchNorm2d(576)(conv2d_12_conv_1_0)
relu6_12_conv_1_2 = nn.ReLU6()(batchnorm2d_12_conv_1_1)
conv2d_12_conv_2 = nn.Conv2d(576, 96, 1, bias=False)(relu6_12_conv_1_2)
batchnorm2d_12_conv_3 = nn.BatchNorm2d(96)(conv2d_12_conv_2)
add_6 = batchnorm2d_11_conv_3 + batchnorm2d_12_conv_3
conv2d_13_conv_0_0 = nn.Conv2d(96, 576, 1, bias=False)(add_6)
batchnorm2d_13_conv_0_1 = nn.BatchNorm2d(576)(conv2d_13_conv_0_0)
relu6_13_conv_0_2 = nn.ReLU6()(batchnorm2d_13_conv_0_1)
conv2d_13_conv_1_0 = nn.Conv2d(576, 576, 3, padding=1, groups=576, bias=False)(relu6_13_conv_0_2)
batchnorm2d_13_conv_1_1 = nn.BatchNorm2d(576)(conv2d_13_conv_1_0)
relu6_13_conv_1_2 = nn.ReLU6()(batchnorm2d_13_conv_1_1)
conv2d_13_conv_2 = nn.Conv2d(576, 96, 1, bias=False)(relu6_13_conv_1_2)
batchnorm2d_13_conv_3 = nn.BatchNorm2d(96)(conv2d_13_conv_2)
add_7 = add_6 + batchnorm2d_13_conv_3
conv2d_14_conv_0_0 = nn.Conv2d(96, 576, 1, bias=False)(add_7)
batchnorm2d_14_conv_0_1 = nn.BatchNorm2d(576)(conv2d_14_conv_0_0)
relu6_14_conv_0_2 = nn.ReLU6()(batchnorm2d_14_conv_0_1)
conv2d_14_conv_1_0 = nn.Conv2d(576, 576, 3, stride=2, padding=1, groups=576, bias=False)(relu6_14_conv_0_2)
batchnorm2d_14_conv_1_1 = nn.BatchNorm2d(576)(conv2d_14_conv_1_0)
relu6_14_conv_1_2 = nn.ReLU6()(batchnorm2d_14_conv_1_1)
conv2d_14_conv_2 = nn.Conv2d(576, 160, 1, bias=False)(relu6_14_conv_1_2)
batchnorm2d_14_conv_3 = nn.BatchNorm2d(160)(conv2d_14_conv_2)
conv2d_15_conv_0_0 = nn.Conv2d(160, 960, 1, bias=False)(batchnorm2d_14_conv_3)
batchnorm2d_15_conv_0_1 = nn.BatchNorm2d(960)(conv2d_15_conv_0_0)
relu6_15_conv_0_2 = nn.ReLU6()(batchnorm2d_15_conv_0_1)
conv2d_15_conv_1_0 = nn.Conv2d(960, 960, 3, padding=1, groups=960, bias=False)(relu6_15_conv_0_2)
batchnorm2d_15_conv_1_1 = nn.BatchNorm2d(960)(conv2d_15_conv_1_0)
relu6_15_conv_1_2 = nn.ReLU6()(batchnorm2d_15_conv_1_1)
conv2d_15_conv_2 = nn.Conv2d(960, 160, 1, bias=False)(relu6_15_conv_1_2)
batchnorm2d_15_conv_3 = nn.BatchNorm2d(160)(conv2d_15_conv_2)
add_8 = batchnorm2d_14_conv_3 + batchnorm2d_15_conv_3
conv2d_16_conv_0_0 = nn.Conv2d(160, 960, 1, bias=False)(add_8)
batchnorm2d_16_conv_0_1 = nn.BatchNorm2d(960)(conv2d_16_conv_0_0)
relu6_16_conv_0_2 = nn.ReLU6()(batchnorm2d_16_conv_0_1)
conv2d_16_conv_1_0 = nn.Conv2d(960, 960, 3, padding=1, groups=960, bias=False)(relu6_16_conv_0_2)
batchnorm2d_16_conv_1_1 = nn.BatchNorm2d(960)(conv2d_16_conv_1_0)
relu6_16_conv_1_2 = nn.ReLU6()(batchnorm2d_16_conv_1_1)
conv2d_16_conv_2 = nn.Conv2d(960, 160, 1, bias=False)(relu6_16_conv_1_2)
batchnorm2d_16_conv_3 = nn.BatchNorm2d(160)(conv2d_16_conv_2)
add_9 = add_8 + batchnorm2d_16_conv_3
conv2d_17_conv_0_0 = nn.Conv2d(160, 960, 1, bias=False)(add_9)
batchnorm2d_17_conv_0_1 = nn.BatchNorm2d(960)(conv2d_17_conv_0_0)
relu6_17_conv_0_2 = nn.ReLU6()(batchnorm2d_17_conv_0_1)
conv2d_17_conv_1_0 = nn.Conv2d(960, 960, 3, padding=1, groups=960, bias=False)(relu6_17_conv_0_2)
batchnorm2d_17_conv_1_1 = nn.BatchNorm2d(960)(conv2d_17_conv_1_0)
relu6_17_conv_1_2 = nn.ReLU6()(batchnorm2d_17_conv_1_1)
conv2d_17_conv_2 = nn.Conv2d(960, 320, 1, bias=False)(relu6_17_conv_1_2)
batchnorm2d_17_conv_3 = nn.BatchNorm2d(320)(conv2d_17_conv_2)
conv2d_18_0 = nn.Conv2d(320, 1280, 1, bias=False)(batchnorm2d_17_conv_3)
batchnorm2d_18_1 = nn.BatchNorm2d(1280)(conv2d_18_0)
relu6_18_2 = nn.ReLU6()(batchnorm2d_18_1)

# network: unet
# title: U-Net as in its paper: valid convolutions, cropped skips
# source: Ronneberger et al. 2015, figure 1; from memory
# output: 1,2,388,388
# parameters: 31030658
x = torch.zeros(1, 1, 572, 572)
down0a = nn.Conv2d(1, 64, 3)(x)
down0a_relu = nn.ReLU()(down0a)
down0b = nn.Conv2d(64, 64, 3)(down0a_relu)
down0b_relu = nn.ReLU()(down0b)
pool0 = nn.MaxPool2d(2)(down0b_relu)
down1a = nn.Conv2d(64, 128, 3)(pool0)
down1a_relu = nn.ReLU()(down1a)
down1b = nn.Conv2d(128, 128, 3)(down1a_relu)
down1b_relu = nn.ReLU()(down1b)
pool1 = nn.MaxPool2d(2)(down1b_relu)
down2a = nn.Conv2d(128, 256, 3)(pool1)
down2a_relu = nn.ReLU()(down2a)
down2b = nn.Conv2d(256, 256, 3)(down2a_relu)
down2b_relu = nn.ReLU()(down2b)
pool2 = nn.MaxPool2d(2)(down2b_relu)
down3a = nn.Conv2d(256, 512, 3)(pool2)
down3a_relu = nn.ReLU()(down3a)
down3b = nn.Conv2d(512, 512, 3)(down3a_relu)
down3b_relu = nn.ReLU()(down3b)
pool3 = nn.MaxPool2d(2)(down3b_relu)
down4a = nn.Conv2d(512, 1024, 3)(pool3)
down4a_relu = nn.ReLU()(down4a)
down4b = nn.Conv2d(1024, 1024, 3)(down4a_relu)
down4b_relu = nn.ReLU()(down4b)
up3 = nn.ConvTranspose2d(1024, 512, 2, stride=2)(down4b_relu)
crop3 = nn.ZeroPad2d(-4)(down3b_relu)
cat = torch.cat([crop3, up3], 1)
up3a = nn.Conv2d(1024, 512, 3)(cat)
up3a_relu = nn.ReLU()(up3a)
up3b = nn.Conv2d(512, 512, 3)(up3a_relu)
up3b_relu = nn.ReLU()(up3b)
up2 = nn.ConvTranspose2d(512, 256, 2, stride=2)(up3b_relu)
crop2 = nn.ZeroPad2d(-16)(down2b_relu)
cat_1 = torch.cat([crop2, up2], 1)
up2a = nn.Conv2d(512, 256, 3)(cat_1)
up2a_relu = nn.ReLU()(up2a)
up2b = nn.Conv2d(256, 256, 3)(up2a_relu)
up2b_relu = nn.ReLU()(up2b)
up1 = nn.ConvTranspose2d(256, 128, 2, stride=2)(up2b_relu)
crop1 = nn.ZeroPad2d(-40)(down1b_relu)
cat_2 = torch.cat([crop1, up1], 1)
up1a = nn.Conv2d(256, 128, 3)(cat_2)
up1a_relu = nn.ReLU()(up1a)
up1b = nn.Conv2d(128, 128, 3)(up1a_relu)
up1b_relu = nn.ReLU()(up1b)
up0 = nn.ConvTranspose2d(128, 64, 2, stride=2)(up1b_relu)
crop0 = nn.ZeroPad2d(-88)(down0b_relu)
cat_3 = torch.cat([crop0, up0], 1)
up0a = nn.Conv2d(128, 64, 3)(cat_3)
up0a_relu = nn.ReLU()(up0a)
up0b = nn.Conv2d(64, 64, 3)(up0a_relu)
up0b_relu = nn.ReLU()(up0b)
last = nn.Conv2d(64, 2, 1)(up0b_relu)

# network: unet_padded
# title: U-Net with padding, skips without crops
# source: the common padded variant of Ronneberger et al. 2015
# output: 1,1,256,256
# parameters: 31031745
x = torch.zeros(1, 3, 256, 256)
down0a = nn.Conv2d(3, 64, 3, padding=1)(x)
down0a_relu = nn.ReLU()(down0a)
down0b = nn.Conv2d(64, 64, 3, padding=1)(down0a_relu)
down0b_relu = nn.ReLU()(down0b)
pool0 = nn.MaxPool2d(2)(down0b_relu)
down1a = nn.Conv2d(64, 128, 3, padding=1)(pool0)
down1a_relu = nn.ReLU()(down1a)
down1b = nn.Conv2d(128, 128, 3, padding=1)(down1a_relu)
down1b_relu = nn.ReLU()(down1b)
pool1 = nn.MaxPool2d(2)(down1b_relu)
down2a = nn.Conv2d(128, 256, 3, padding=1)(pool1)
down2a_relu = nn.ReLU()(down2a)
down2b = nn.Conv2d(256, 256, 3, padding=1)(down2a_relu)
down2b_relu = nn.ReLU()(down2b)
pool2 = nn.MaxPool2d(2)(down2b_relu)
down3a = nn.Conv2d(256, 512, 3, padding=1)(pool2)
down3a_relu = nn.ReLU()(down3a)
down3b = nn.Conv2d(512, 512, 3, padding=1)(down3a_relu)
down3b_relu = nn.ReLU()(down3b)
pool3 = nn.MaxPool2d(2)(down3b_relu)
down4a = nn.Conv2d(512, 1024, 3, padding=1)(pool3)
down4a_relu = nn.ReLU()(down4a)
down4b = nn.Conv2d(1024, 1024, 3, padding=1)(down4a_relu)
down4b_relu = nn.ReLU()(down4b)
up3 = nn.ConvTranspose2d(1024, 512, 2, stride=2)(down4b_relu)
cat = torch.cat([down3b_relu, up3], 1)
up3a = nn.Conv2d(1024, 512, 3, padding=1)(cat)
up3a_relu = nn.ReLU()(up3a)
up3b = nn.Conv2d(512, 512, 3, padding=1)(up3a_relu)
up3b_relu = nn.ReLU()(up3b)
up2 = nn.ConvTranspose2d(512, 256, 2, stride=2)(up3b_relu)
cat_1 = torch.cat([down2b_relu, up2], 1)
up2a = nn.Conv2d(512, 256, 3, padding=1)(cat_1)
up2a_relu = nn.ReLU()(up2a)
up2b = nn.Conv2d(256, 256, 3, padding=1)(up2a_relu)
up2b_relu = nn.ReLU()(up2b)
up1 = nn.ConvTranspose2d(256, 128, 2, stride=2)(up2b_relu)
cat_2 = torch.cat([down1b_relu, up1], 1)
up1a = nn.Conv2d(256, 128, 3, padding=1)(cat_2)
up1a_relu = nn.ReLU()(up1a)
up1b = nn.Conv2d(128, 128, 3, padding=1)(up1a_relu)
up1b_relu = nn.ReLU()(up1b)
up0 = nn.ConvTranspose2d(128, 64, 2, stride=2)(up1b_relu)
cat_3 = torch.cat([down0b_relu, up0], 1)
up0a = nn.Conv2d(128, 64, 3, padding=1)(cat_3)
up0a_relu = nn.ReLU()(up0a)
up0b = nn.Conv2d(64, 64, 3, padding=1)(up0a_relu)
up0b_relu = nn.ReLU()(up0b)
last = nn.Conv2d(64, 1, 1)(up0b_relu)

# network: dcgan
# title: DCGAN's generator
# source: pytorch/examples, dcgan/main.py; from memory
# output: 1,3,64,64
# parameters: 3576704
x = torch.zeros(1, 100, 1, 1)
up0 = nn.ConvTranspose2d(100, 512, 4, bias=False)(x)
bn0 = nn.BatchNorm2d(512)(up0)
relu0 = nn.ReLU()(bn0)
up1 = nn.ConvTranspose2d(512, 256, 4, stride=2, padding=1, bias=False)(relu0)
bn1 = nn.BatchNorm2d(256)(up1)
relu1 = nn.ReLU()(bn1)
up2 = nn.ConvTranspose2d(256, 128, 4, stride=2, padding=1, bias=False)(relu1)
bn2 = nn.BatchNorm2d(128)(up2)
relu2 = nn.ReLU()(bn2)
up3 = nn.ConvTranspose2d(128, 64, 4, stride=2, padding=1, bias=False)(relu2)
bn3 = nn.BatchNorm2d(64)(up3)
relu3 = nn.ReLU()(bn3)
up4 = nn.ConvTranspose2d(64, 3, 4, stride=2, padding=1, bias=False)(relu3)
tanh = nn.Tanh()(up4)

# network: patchgan
# title: pix2pix's PatchGAN discriminator, 70 x 70
# source: junyanz/pytorch-CycleGAN-and-pix2pix, NLayerDiscriminator; from memory
# output: 1,1,30,30
# parameters: 2768705
x = torch.zeros(1, 6, 256, 256)
conv0 = nn.Conv2d(6, 64, 4, stride=2, padding=1)(x)
act0 = nn.LeakyReLU(0.2)(conv0)
conv1 = nn.Conv2d(64, 128, 4, stride=2, padding=1, bias=False)(act0)
bn1 = nn.BatchNorm2d(128)(conv1)
act1 = nn.LeakyReLU(0.2)(bn1)
conv2 = nn.Conv2d(128, 256, 4, stride=2, padding=1, bias=False)(act1)
bn2 = nn.BatchNorm2d(256)(conv2)
act2 = nn.LeakyReLU(0.2)(bn2)
conv3 = nn.Conv2d(256, 512, 4, padding=1, bias=False)(act2)
bn3 = nn.BatchNorm2d(512)(conv3)
act3 = nn.LeakyReLU(0.2)(bn3)
conv4 = nn.Conv2d(512, 1, 4, padding=1)(act3)

# network: fsrcnn
# title: FSRCNN (56, 12, 4), four times as large
# source: Dong et al. 2016, section 3; from memory
# output: 1,1,256,256
# parameters: 12809
x = torch.zeros(1, 1, 64, 64)
feature = nn.Conv2d(1, 56, 5, padding=2)(x)
act0 = nn.PReLU(56)(feature)
shrink = nn.Conv2d(56, 12, 1)(act0)
act1 = nn.PReLU(12)(shrink)
map0 = nn.Conv2d(12, 12, 3, padding=1)(act1)
act2 = nn.PReLU(12)(map0)
map1 = nn.Conv2d(12, 12, 3, padding=1)(act2)
act3 = nn.PReLU(12)(map1)
map2 = nn.Conv2d(12, 12, 3, padding=1)(act3)
act4 = nn.PReLU(12)(map2)
map3 = nn.Conv2d(12, 12, 3, padding=1)(act4)
act5 = nn.PReLU(12)(map3)
expand = nn.Conv2d(12, 56, 1)(act5)
act6 = nn.PReLU(56)(expand)
deconv = nn.ConvTranspose2d(56, 1, 9, stride=4, padding=4, output_padding=3)(act6)

# network: espcn
# title: ESPCN, three times as large
# source: Shi et al. 2016, section 3.2; from memory
# output: 1,1,192,192
# parameters: 22729
x = torch.zeros(1, 1, 64, 64)
conv1 = nn.Conv2d(1, 64, 5, padding=2)(x)
tanh1 = nn.Tanh()(conv1)
conv2 = nn.Conv2d(64, 32, 3, padding=1)(tanh1)
tanh2 = nn.Tanh()(conv2)
conv3 = nn.Conv2d(32, 9, 3, padding=1)(tanh2)
shuffle = nn.PixelShuffle(3)(conv3)

# network: wavenet
# title: WaveNet, dilations 1 to 512 once
# source: van den Oord et al. 2016, figure 4; ibab/tensorflow-wavenet; from memory
# note: the samples as numbers, in place of 256 one-hot channels
# output: 1,256,16000
# parameters: 93120
x = torch.zeros(1, 1, 16000)
pad = nn.ZeroPad1d((1, 0))(x)
causal = nn.Conv1d(1, 32, 2)(pad)
pad1 = nn.ZeroPad1d((1, 0))(causal)
filter1 = nn.Conv1d(32, 32, 2)(pad1)
tanh1 = nn.Tanh()(filter1)
gate1 = nn.Conv1d(32, 32, 2)(pad1)
sigmoid1 = nn.Sigmoid()(gate1)
mul = tanh1 * sigmoid1
skip1 = nn.Conv1d(32, 64, 1)(mul)
dense1 = nn.Conv1d(32, 32, 1)(mul)
add = dense1 + causal
pad2 = nn.ZeroPad1d((2, 0))(add)
filter2 = nn.Conv1d(32, 32, 2, dilation=2)(pad2)
tanh2 = nn.Tanh()(filter2)
gate2 = nn.Conv1d(32, 32, 2, dilation=2)(pad2)
sigmoid2 = nn.Sigmoid()(gate2)
mul_1 = tanh2 * sigmoid2
skip2 = nn.Conv1d(32, 64, 1)(mul_1)
add_1 = skip1 + skip2
dense2 = nn.Conv1d(32, 32, 1)(mul_1)
add_2 = dense2 + add
pad4 = nn.ZeroPad1d((4, 0))(add_2)
filter4 = nn.Conv1d(32, 32, 2, dilation=4)(pad4)
tanh4 = nn.Tanh()(filter4)
gate4 = nn.Conv1d(32, 32, 2, dilation=4)(pad4)
sigmoid4 = nn.Sigmoid()(gate4)
mul_2 = tanh4 * sigmoid4
skip4 = nn.Conv1d(32, 64, 1)(mul_2)
add_3 = add_1 + skip4
dense4 = nn.Conv1d(32, 32, 1)(mul_2)
add_4 = dense4 + add_2
pad8 = nn.ZeroPad1d((8, 0))(add_4)
filter8 = nn.Conv1d(32, 32, 2, dilation=8)(pad8)
tanh8 = nn.Tanh()(filter8)
gate8 = nn.Conv1d(32, 32, 2, dilation=8)(pad8)
sigmoid8 = nn.Sigmoid()(gate8)
mul_3 = tanh8 * sigmoid8
skip8 = nn.Conv1d(32, 64, 1)(mul_3)
add_5 = add_3 + skip8
dense8 = nn.Conv1d(32, 32, 1)(mul_3)
add_6 = dense8 + add_4
pad16 = nn.ZeroPad1d((16, 0))(add_6)
filter16 = nn.Conv1d(32, 32, 2, dilation=16)(pad16)
tanh16 = nn.Tanh()(filter16)
gate16 = nn.Conv1d(32, 32, 2, dilation=16)(pad16)
sigmoid16 = nn.Sigmoid()(gate16)
mul_4 = tanh16 * sigmoid16
skip16 = nn.Conv1d(32, 64, 1)(mul_4)
add_7 = add_5 + skip16
dense16 = nn.Conv1d(32, 32, 1)(mul_4)
add_8 = dense16 + add_6
pad32 = nn.ZeroPad1d((32, 0))(add_8)
filter32 = nn.Conv1d(32, 32, 2, dilation=32)(pad32)
tanh32 = nn.Tanh()(filter32)
gate32 = nn.Conv1d(32, 32, 2, dilation=32)(pad32)
sigmoid32 = nn.Sigmoid()(gate32)
mul_5 = tanh32 * sigmoid32
skip32 = nn.Conv1d(32, 64, 1)(mul_5)
add_9 = add_7 + skip32
dense32 = nn.Conv1d(32, 32, 1)(mul_5)
add_10 = dense32 + add_8
pad64 = nn.ZeroPad1d((64, 0))(add_10)
filter64 = nn.Conv1d(32, 32, 2, dilation=64)(pad64)
tanh64 = nn.Tanh()(filter64)
gate64 = nn.Conv1d(32, 32, 2, dilation=64)(pad64)
sigmoid64 = nn.Sigmoid()(gate64)
mul_6 = tanh64 * sigmoid64
skip64 = nn.Conv1d(32, 64, 1)(mul_6)
add_11 = add_9 + skip64
dense64 = nn.Conv1d(32, 32, 1)(mul_6)
add_12 = dense64 + add_10
pad128 = nn.ZeroPad1d((128, 0))(add_12)
filter128 = nn.Conv1d(32, 32, 2, dilation=128)(pad128)
tanh128 = nn.Tanh()(filter128)
gate128 = nn.Conv1d(32, 32, 2, dilation=128)(pad128)
sigmoid128 = nn.Sigmoid()(gate128)
mul_7 = tanh128 * sigmoid128
skip128 = nn.Conv1d(32, 64, 1)(mul_7)
add_13 = add_11 + skip128
dense128 = nn.Conv1d(32, 32, 1)(mul_7)
add_14 = dense128 + add_12
pad256 = nn.ZeroPad1d((256, 0))(add_14)
filter256 = nn.Conv1d(32, 32, 2, dilation=256)(pad256)
tanh256 = nn.Tanh()(filter256)
gate256 = nn.Conv1d(32, 32, 2, dilation=256)(pad256)
sigmoid256 = nn.Sigmoid()(gate256)
mul_8 = tanh256 * sigmoid256
skip256 = nn.Conv1d(32, 64, 1)(mul_8)
add_15 = add_13 + skip256
dense256 = nn.Conv1d(32, 32, 1)(mul_8)
add_16 = dense256 + add_14
pad512 = nn.ZeroPad1d((512, 0))(add_16)
filter512 = nn.Conv1d(32, 32, 2, dilation=512)(pad512)
tanh512 = nn.Tanh()(filter512)
gate512 = nn.Conv1d(32, 32, 2, dilation=512)(pad512)
sigmoid512 = nn.Sigmoid()(gate512)
mul_9 = tanh512 * sigmoid512
skip512 = nn.Conv1d(32, 64, 1)(mul_9)
add_17 = add_15 + skip512
relu1 = nn.ReLU()(add_17)
post1 = nn.Conv1d(64, 64, 1)(relu1)
relu2 = nn.ReLU()(post1)
post2 = nn.Conv1d(64, 256, 1)(relu2)

# network: encodec
# title: EnCodec's encoder of 24 kHz, without its LSTM
# source: facebookresearch/encodec, modules/seanet.py; from memory
# note: zeros in place of reflected padding, which has the same sizes and reach
# output: 1,128,75
# parameters: 3220976
x = torch.zeros(1, 1, 24000)
pad0 = nn.ZeroPad1d((6, 0))(x)
conv0 = nn.Conv1d(1, 32, 7)(pad0)
short1 = nn.Conv1d(32, 32, 1)(conv0)
elu1a = nn.ELU()(conv0)
pad1a = nn.ZeroPad1d((2, 0))(elu1a)
conv1a = nn.Conv1d(32, 16, 3)(pad1a)
elu1b = nn.ELU()(conv1a)
conv1b = nn.Conv1d(16, 32, 1)(elu1b)
add = short1 + conv1b
elu1c = nn.ELU()(add)
pad1c = nn.ZeroPad1d((2, 0))(elu1c)
down1 = nn.Conv1d(32, 64, 4, stride=2)(pad1c)
short2 = nn.Conv1d(64, 64, 1)(down1)
elu2a = nn.ELU()(down1)
pad2a = nn.ZeroPad1d((2, 0))(elu2a)
conv2a = nn.Conv1d(64, 32, 3)(pad2a)
elu2b = nn.ELU()(conv2a)
conv2b = nn.Conv1d(32, 64, 1)(elu2b)
add_1 = short2 + conv2b
elu2c = nn.ELU()(add_1)
pad2c = nn.ZeroPad1d((4, 0))(elu2c)
down2 = nn.Conv1d(64, 128, 8, stride=4)(pad2c)
short3 = nn.Conv1d(128, 128, 1)(down2)
elu3a = nn.ELU()(down2)
pad3a = nn.ZeroPad1d((2, 0))(elu3a)
conv3a = nn.Conv1d(128, 64, 3)(pad3a)
elu3b = nn.ELU()(conv3a)
conv3b = nn.Conv1d(64, 128, 1)(elu3b)
add_2 = short3 + conv3b
elu3c = nn.ELU()(add_2)
pad3c = nn.ZeroPad1d((5, 0))(elu3c)
down3 = nn.Conv1d(128, 256, 10, stride=5)(pad3c)
short4 = nn.Conv1d(256, 256, 1)(down3)
elu4a = nn.ELU()(down3)
pad4a = nn.ZeroPad1d((2, 0))(elu4a)
conv4a = nn.Conv1d(256, 128, 3)(pad4a)
elu4b = nn.ELU()(conv4a)
conv4b = nn.Conv1d(128, 256, 1)(elu4b)
add_3 = short4 + conv4b
elu4c = nn.ELU()(add_3)
pad4c = nn.ZeroPad1d((8, 0))(elu4c)
down4 = nn.Conv1d(256, 512, 16, stride=8)(pad4c)
elu5 = nn.ELU()(down4)
pad5 = nn.ZeroPad1d((6, 0))(elu5)
conv5 = nn.Conv1d(512, 128, 7)(pad5)

# network: hifigan
# title: HiFi-GAN V1's generator
# source: jik876/hifi-gan, models.py and config_v1.json; from memory
# note: the division by three after each sum of three blocks is left out
# output: 1,1,25600
# parameters: 13926017
x = torch.zeros(1, 80, 100)
pre = nn.Conv1d(80, 512, 7, padding=3)(x)
act0 = nn.LeakyReLU(0.1)(pre)
up0 = nn.ConvTranspose1d(512, 256, 16, stride=8, padding=4)(act0)
act0_3_1a = nn.LeakyReLU(0.1)(up0)
conv0_3_1a = nn.Conv1d(256, 256, 3, padding=1)(act0_3_1a)
act0_3_1b = nn.LeakyReLU(0.1)(conv0_3_1a)
conv0_3_1b = nn.Conv1d(256, 256, 3, padding=1)(act0_3_1b)
add = up0 + conv0_3_1b
act0_3_3a = nn.LeakyReLU(0.1)(add)
conv0_3_3a = nn.Conv1d(256, 256, 3, padding=3, dilation=3)(act0_3_3a)
act0_3_3b = nn.LeakyReLU(0.1)(conv0_3_3a)
conv0_3_3b = nn.Conv1d(256, 256, 3, padding=1)(act0_3_3b)
add_1 = add + conv0_3_3b
act0_3_5a = nn.LeakyReLU(0.1)(add_1)
conv0_3_5a = nn.Conv1d(256, 256, 3, padding=5, dilation=5)(act0_3_5a)
act0_3_5b = nn.LeakyReLU(0.1)(conv0_3_5a)
conv0_3_5b = nn.Conv1d(256, 256, 3, padding=1)(act0_3_5b)
add_2 = add_1 + conv0_3_5b
act0_7_1a = nn.LeakyReLU(0.1)(up0)
conv0_7_1a = nn.Conv1d(256, 256, 7, padding=3)(act0_7_1a)
act0_7_1b = nn.LeakyReLU(0.1)(conv0_7_1a)
conv0_7_1b = nn.Conv1d(256, 256, 7, padding=3)(act0_7_1b)
add_3 = up0 + conv0_7_1b
act0_7_3a = nn.LeakyReLU(0.1)(add_3)
conv0_7_3a = nn.Conv1d(256, 256, 7, padding=9, dilation=3)(act0_7_3a)
act0_7_3b = nn.LeakyReLU(0.1)(conv0_7_3a)
conv0_7_3b = nn.Conv1d(256, 256, 7, padding=3)(act0_7_3b)
add_4 = add_3 + conv0_7_3b
act0_7_5a = nn.LeakyReLU(0.1)(add_4)
conv0_7_5a = nn.Conv1d(256, 256, 7, padding=15, dilation=5)(act0_7_5a)
act0_7_5b = nn.LeakyReLU(0.1)(conv0_7_5a)
conv0_7_5b = nn.Conv1d(256, 256, 7, padding=3)(act0_7_5b)
add_5 = add_4 + conv0_7_5b
act0_11_1a = nn.LeakyReLU(0.1)(up0)
conv0_11_1a = nn.Conv1d(256, 256, 11, padding=5)(act0_11_1a)
act0_11_1b = nn.LeakyReLU(0.1)(conv0_11_1a)
conv0_11_1b = nn.Conv1d(256, 256, 11, padding=5)(act0_11_1b)
add_6 = up0 + conv0_11_1b
act0_11_3a = nn.LeakyReLU(0.1)(add_6)
conv0_11_3a = nn.Conv1d(256, 256, 11, padding=15, dilation=3)(act0_11_3a)
act0_11_3b = nn.LeakyReLU(0.1)(conv0_11_3a)
conv0_11_3b = nn.Conv1d(256, 256, 11, padding=5)(act0_11_3b)
add_7 = add_6 + conv0_11_3b
act0_11_5a = nn.LeakyReLU(0.1)(add_7)
conv0_11_5a = nn.Conv1d(256, 256, 11, padding=25, dilation=5)(act0_11_5a)
act0_11_5b = nn.LeakyReLU(0.1)(conv0_11_5a)
conv0_11_5b = nn.Conv1d(256, 256, 11, padding=5)(act0_11_5b)
add_8 = add_7 + conv0_11_5b
add_9 = add_2 + add_5
add_10 = add_9 + add_8
act1 = nn.LeakyReLU(0.1)(add_10)
up1 = nn.ConvTranspose1d(256, 128, 16, stride=8, padding=4)(act1)
act1_3_1a = nn.LeakyReLU(0.1)(up1)
conv1_3_1a = nn.Conv1d(128, 128, 3, padding=1)(act1_3_1a)
act1_3_1b = nn.LeakyReLU(0.1)(conv1_3_1a)
conv1_3_1b = nn.Conv1d(128, 128, 3, padding=1)(act1_3_1b)
add_11 = up1 + conv1_3_1b
act1_3_3a = nn.LeakyReLU(0.1)(add_11)
conv1_3_3a = nn.Conv1d(128, 128, 3, padding=3, dilation=3)(act1_3_3a)
act1_3_3b = nn.LeakyReLU(0.1)(conv1_3_3a)
conv1_3_3b = nn.Conv1d(128, 128, 3, padding=1)(act1_3_3b)
add_12 = add_11 + conv1_3_3b
act1_3_5a = nn.LeakyReLU(0.1)(add_12)
conv1_3_5a = nn.Conv1d(128, 128, 3, padding=5, dilation=5)(act1_3_5a)
act1_3_5b = nn.LeakyReLU(0.1)(conv1_3_5a)
conv1_3_5b = nn.Conv1d(128, 128, 3, padding=1)(act1_3_5b)
add_13 = add_12 + conv1_3_5b
act1_7_1a = nn.LeakyReLU(0.1)(up1)
conv1_7_1a = nn.Conv1d(128, 128, 7, padding=3)(act1_7_1a)
act1_7_1b = nn.LeakyReLU(0.1)(conv1_7_1a)
conv1_7_1b = nn.Conv1d(128, 128, 7, padding=3)(act1_7_1b)
add_14 = up1 + conv1_7_1b
act1_7_3a = nn.LeakyReLU(0.1)(add_14)
conv1_7_3a = nn.Conv1d(128, 128, 7, padding=9, dilation=3)(act1_7_3a)
act1_7_3b = nn.LeakyReLU(0.1)(conv1_7_3a)
conv1_7_3b = nn.Conv1d(128, 128, 7, padding=3)(act1_7_3b)
add_15 = add_14 + conv1_7_3b
act1_7_5a = nn.LeakyReLU(0.1)(add_15)
conv1_7_5a = nn.Conv1d(128, 128, 7, padding=15, dilation=5)(act1_7_5a)
act1_7_5b = nn.LeakyReLU(0.1)(conv1_7_5a)
conv1_7_5b = nn.Conv1d(128, 128, 7, padding=3)(act1_7_5b)
add_16 = add_15 + conv1_7_5b
act1_11_1a = nn.LeakyReLU(0.1)(up1)
conv1_11_1a = nn.Conv1d(128, 128, 11, padding=5)(act1_11_1a)
act1_11_1b = nn.LeakyReLU(0.1)(conv1_11_1a)
conv1_11_1b = nn.Conv1d(128, 128, 11, padding=5)(act1_11_1b)
add_17 = up1 + conv1_11_1b
act1_11_3a = nn.LeakyReLU(0.1)(add_17)
conv1_11_3a = nn.Conv1d(128, 128, 11, padding=15, dilation=3)(act1_11_3a)
act1_11_3b = nn.LeakyReLU(0.1)(conv1_11_3a)
conv1_11_3b = nn.Conv1d(128, 128, 11, padding=5)(act1_11_3b)
add_18 = add_17 + conv1_11_3b
act1_11_5a = nn.LeakyReLU(0.1)(add_18)
conv1_11_5a = nn.Conv1d(128, 128, 11, padding=25, dilation=5)(act1_11_5a)
act1_11_5b = nn.LeakyReLU(0.1)(conv1_11_5a)
conv1_11_5b = nn.Conv1d(128, 128, 11, padding=5)(act1_11_5b)
add_19 = add_18 + conv1_11_5b
add_20 = add_13 + add_16
add_21 = add_20 + add_19
act2 = nn.LeakyReLU(0.1)(add_21)
up2 = nn.ConvTranspose1d(128, 64, 4, stride=2, padding=1)(act2)
act2_3_1a = nn.LeakyReLU(0.1)(up2)
conv2_3_1a = nn.Conv1d(64, 64, 3, padding=1)(act2_3_1a)
act2_3_1b = nn.LeakyReLU(0.1)(conv2_3_1a)
conv2_3_1b = nn.Conv1d(64, 64, 3, padding=1)(act2_3_1b)
add_22 = up2 + conv2_3_1b
act2_3_3a = nn.LeakyReLU(0.1)(add_22)
conv2_3_3a = nn.Conv1d(64, 64, 3, padding=3, dilation=3)(act2_3_3a)
act2_3_3b = nn.LeakyReLU(0.1)(conv2_3_3a)
conv2_3_3b = nn.Conv1d(64, 64, 3, padding=1)(act2_3_3b)
add_23 = add_22 + conv2_3_3b
act2_3_5a = nn.LeakyReLU(0.1)(add_23)
conv2_3_5a = nn.Conv1d(64, 64, 3, padding=5, dilation=5)(act2_3_5a)
act2_3_5b = nn.LeakyReLU(0.1)(conv2_3_5a)
conv2_3_5b = nn.Conv1d(64, 64, 3, padding=1)(act2_3_5b)
add_24 = add_23 + conv2_3_5b
act2_7_1a = nn.LeakyReLU(0.1)(up2)
conv2_7_1a = nn.Conv1d(64, 64, 7, padding=3)(act2_7_1a)
act2_7_1b = nn.LeakyReLU(0.1)(conv2_7_1a)
conv2_7_1b = nn.Conv1d(64, 64, 7, padding=3)(act2_7_1b)
add_25 = up2 + conv2_7_1b
act2_7_3a = nn.LeakyReLU(0.1)(add_25)
conv2_7_3a = nn.Conv1d(64, 64, 7, padding=9, dilation=3)(act2_7_3a)
act2_7_3b = nn.LeakyReLU(0.1)(conv2_7_3a)
conv2_7_3b = nn.Conv1d(64, 64, 7, padding=3)(act2_7_3b)
add_26 = add_25 + conv2_7_3b
act2_7_5a = nn.LeakyReLU(0.1)(add_26)
conv2_7_5a = nn.Conv1d(64, 64, 7, padding=15, dilation=5)(act2_7_5a)
act2_7_5b = nn.LeakyReLU(0.1)(conv2_7_5a)
conv2_7_5b = nn.Conv1d(64, 64, 7, padding=3)(act2_7_5b)
add_27 = add_26 + conv2_7_5b
act2_11_1a = nn.LeakyReLU(0.1)(up2)
conv2_11_1a = nn.Conv1d(64, 64, 11, padding=5)(act2_11_1a)
act2_11_1b = nn.LeakyReLU(0.1)(conv2_11_1a)
conv2_11_1b = nn.Conv1d(64, 64, 11, padding=5)(act2_11_1b)
add_28 = up2 + conv2_11_1b
act2_11_3a = nn.LeakyReLU(0.1)(add_28)
conv2_11_3a = nn.Conv1d(64, 64, 11, padding=15, dilation=3)(act2_11_3a)
act2_11_3b = nn.LeakyReLU(0.1)(conv2_11_3a)
conv2_11_3b = nn.Conv1d(64, 64, 11, padding=5)(act2_11_3b)
add_29 = add_28 + conv2_11_3b
act2_11_5a = nn.LeakyReLU(0.1)(add_29)
conv2_11_5a = nn.Conv1d(64, 64, 11, padding=25, dilation=5)(act2_11_5a)
act2_11_5b = nn.LeakyReLU(0.1)(conv2_11_5a)
conv2_11_5b = nn.Conv1d(64, 64, 11, padding=5)(act2_11_5b)
add_30 = add_29 + conv2_11_5b
add_31 = add_24 + add_27
add_32 = add_31 + add_30
act3 = nn.LeakyReLU(0.1)(add_32)
up3 = nn.ConvTranspose1d(64, 32, 4, stride=2, padding=1)(act3)
act3_3_1a = nn.LeakyReLU(0.1)(up3)
conv3_3_1a = nn.Conv1d(32, 32, 3, padding=1)(act3_3_1a)
act3_3_1b = nn.LeakyReLU(0.1)(conv3_3_1a)
conv3_3_1b = nn.Conv1d(32, 32, 3, padding=1)(act3_3_1b)
add_33 = up3 + conv3_3_1b
act3_3_3a = nn.LeakyReLU(0.1)(add_33)
conv3_3_3a = nn.Conv1d(32, 32, 3, padding=3, dilation=3)(act3_3_3a)
act3_3_3b = nn.LeakyReLU(0.1)(conv3_3_3a)
conv3_3_3b = nn.Conv1d(32, 32, 3, padding=1)(act3_3_3b)
add_34 = add_33 + conv3_3_3b
act3_3_5a = nn.LeakyReLU(0.1)(add_34)
conv3_3_5a = nn.Conv1d(32, 32, 3, padding=5, dilation=5)(act3_3_5a)
act3_3_5b = nn.LeakyReLU(0.1)(conv3_3_5a)
conv3_3_5b = nn.Conv1d(32, 32, 3, padding=1)(act3_3_5b)
add_35 = add_34 + conv3_3_5b
act3_7_1a = nn.LeakyReLU(0.1)(up3)
conv3_7_1a = nn.Conv1d(32, 32, 7, padding=3)(act3_7_1a)
act3_7_1b = nn.LeakyReLU(0.1)(conv3_7_1a)
conv3_7_1b = nn.Conv1d(32, 32, 7, padding=3)(act3_7_1b)
add_36 = up3 + conv3_7_1b
act3_7_3a = nn.LeakyReLU(0.1)(add_36)
conv3_7_3a = nn.Conv1d(32, 32, 7, padding=9, dilation=3)(act3_7_3a)
act3_7_3b = nn.LeakyReLU(0.1)(conv3_7_3a)
conv3_7_3b = nn.Conv1d(32, 32, 7, padding=3)(act3_7_3b)
add_37 = add_36 + conv3_7_3b
act3_7_5a = nn.LeakyReLU(0.1)(add_37)
conv3_7_5a = nn.Conv1d(32, 32, 7, padding=15, dilation=5)(act3_7_5a)
act3_7_5b = nn.LeakyReLU(0.1)(conv3_7_5a)
conv3_7_5b = nn.Conv1d(32, 32, 7, padding=3)(act3_7_5b)
add_38 = add_37 + conv3_7_5b
act3_11_1a = nn.LeakyReLU(0.1)(up3)
conv3_11_1a = nn.Conv1d(32, 32, 11, padding=5)(act3_11_1a)
act3_11_1b = nn.LeakyReLU(0.1)(conv3_11_1a)
conv3_11_1b = nn.Conv1d(32, 32, 11, padding=5)(act3_11_1b)
add_39 = up3 + conv3_11_1b
act3_11_3a = nn.LeakyReLU(0.1)(add_39)
conv3_11_3a = nn.Conv1d(32, 32, 11, padding=15, dilation=3)(act3_11_3a)
act3_11_3b = nn.LeakyReLU(0.1)(conv3_11_3a)
conv3_11_3b = nn.Conv1d(32, 32, 11, padding=5)(act3_11_3b)
add_40 = add_39 + conv3_11_3b
act3_11_5a = nn.LeakyReLU(0.1)(add_40)
conv3_11_5a = nn.Conv1d(32, 32, 11, padding=25, dilation=5)(act3_11_5a)
act3_11_5b = nn.LeakyReLU(0.1)(conv3_11_5a)
conv3_11_5b = nn.Conv1d(32, 32, 11, padding=5)(act3_11_5b)
add_41 = add_40 + conv3_11_5b
add_42 = add_35 + add_38
add_43 = add_42 + add_41
act_post = nn.LeakyReLU(0.01)(add_43)
post = nn.Conv1d(32, 1, 7, padding=3)(act_post)
tanh = nn.Tanh()(post)

# network: wav2vec2
# title: wav2vec 2.0's feature encoder, without its group norm
# source: Baevski et al. 2020; facebook/wav2vec2-base
# note: the group norm after the first convolution runs over time: with it each output sees all samples
# output: 1,512,49
# parameters: 4199424
x = torch.zeros(1, 1, 16000)
conv0 = nn.Conv1d(1, 512, 10, stride=5, bias=False)(x)
gelu0 = nn.GELU()(conv0)
conv1 = nn.Conv1d(512, 512, 3, stride=2, bias=False)(gelu0)
gelu1 = nn.GELU()(conv1)
conv2 = nn.Conv1d(512, 512, 3, stride=2, bias=False)(gelu1)
gelu2 = nn.GELU()(conv2)
conv3 = nn.Conv1d(512, 512, 3, stride=2, bias=False)(gelu2)
gelu3 = nn.GELU()(conv3)
conv4 = nn.Conv1d(512, 512, 3, stride=2, bias=False)(gelu3)
gelu4 = nn.GELU()(conv4)
conv5 = nn.Conv1d(512, 512, 2, stride=2, bias=False)(gelu4)
gelu5 = nn.GELU()(conv5)
conv6 = nn.Conv1d(512, 512, 2, stride=2, bias=False)(gelu5)
gelu6 = nn.GELU()(conv6)

# network: whisper_stem
# title: Whisper's stem
# source: openai/whisper, model.py, AudioEncoder (tiny)
# output: 1,384,1500
# parameters: 535296
x = torch.zeros(1, 80, 3000)
conv1 = nn.Conv1d(80, 384, 3, padding=1)(x)
gelu1 = nn.GELU()(conv1)
conv2 = nn.Conv1d(384, 384, 3, stride=2, padding=1)(gelu1)
gelu2 = nn.GELU()(conv2)

# network: deeplab_aspp
# title: DeepLabV3's dilated tail (ASPP) without its global pooling
# source: torchvision 0.29.2, models/segmentation/deeplabv3.py; the projection takes 1,024 in place of 1,280 channels
# output: 1,21,28,28
# parameters: 15540501
x = torch.zeros(1, 2048, 28, 28)
b0 = nn.Conv2d(2048, 256, 1, bias=False)(x)
n0 = nn.BatchNorm2d(256)(b0)
r0 = nn.ReLU()(n0)
b12 = nn.Conv2d(2048, 256, 3, padding=12, dilation=12, bias=False)(x)
n12 = nn.BatchNorm2d(256)(b12)
r12 = nn.ReLU()(n12)
b24 = nn.Conv2d(2048, 256, 3, padding=24, dilation=24, bias=False)(x)
n24 = nn.BatchNorm2d(256)(b24)
r24 = nn.ReLU()(n24)
b36 = nn.Conv2d(2048, 256, 3, padding=36, dilation=36, bias=False)(x)
n36 = nn.BatchNorm2d(256)(b36)
r36 = nn.ReLU()(n36)
cat = torch.cat([r0, r12, r24, r36], 1)
project = nn.Conv2d(1024, 256, 1, bias=False)(cat)
n1 = nn.BatchNorm2d(256)(project)
r1 = nn.ReLU()(n1)
conv = nn.Conv2d(256, 256, 3, padding=1, bias=False)(r1)
n2 = nn.BatchNorm2d(256)(conv)
r2 = nn.ReLU()(n2)
last = nn.Conv2d(256, 21, 1)(r2)
