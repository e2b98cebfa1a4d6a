import lattice
import _xxsubinterpreters as interpreters

second = interpreters.create(isolated=False)
interpreters.run_string(second, "import sys; sys.path.insert(0, '.'); import lattice")
