from ._core import tide
