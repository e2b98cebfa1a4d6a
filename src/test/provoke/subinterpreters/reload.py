import sys

import lattice

del sys.modules["lattice"]
import lattice
