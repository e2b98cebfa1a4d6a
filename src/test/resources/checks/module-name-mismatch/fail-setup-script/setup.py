from setuptools import setup
from setuptools_rust import Binding, RustExtension

setup(
    name="harbour",
    version="0.1.0",
    packages=["harbour"],
    # RustExtension("harbour.harbour", "Cargo.toml"),
    rust_extensions=[
        RustExtension("harbour._harbour", "Cargo.toml", binding=Binding.PyO3),
    ],
    zip_safe=False,
)
