from setuptools import setup
from setuptools_rust import Binding, RustExtension

setup(
    rust_extensions=[
        RustExtension(
            "soundings",
            binding=Binding.PyO3,
            features=["pyo3/abi3-py310"],
        )
    ]
)
