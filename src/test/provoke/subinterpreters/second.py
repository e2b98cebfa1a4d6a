from concurrent import interpreters

second = interpreters.create()
second.exec("import sys; sys.path.insert(0, '.'); import lattice")
