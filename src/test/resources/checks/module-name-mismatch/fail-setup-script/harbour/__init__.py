from ._harbour import tide
