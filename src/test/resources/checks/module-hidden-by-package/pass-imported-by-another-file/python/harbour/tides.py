from . import (
    harbour,
)

turn = harbour.tide
