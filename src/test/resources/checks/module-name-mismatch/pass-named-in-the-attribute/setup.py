from setuptools import setup
from setuptools_rust import RustExtension

setup(name="harbour", version="0.1.0", rust_extensions=[RustExtension("harbour._tides", "Cargo.toml")])
