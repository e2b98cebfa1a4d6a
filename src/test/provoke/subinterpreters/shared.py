import _xxsubinterpreters as interpreters

import lattice

second = interpreters.create(isolated=False)
interpreters.run_string(second, "import lattice")
