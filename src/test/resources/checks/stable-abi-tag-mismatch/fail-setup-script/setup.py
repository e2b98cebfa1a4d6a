from setuptools import setup
from setuptools_rust import RustExtension

setup(
    name="harbour",
    version="0.1.0",
    rust_extensions=[RustExtension("harbour", py_limited_api=True)],
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
