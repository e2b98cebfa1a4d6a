import lattice

grid = lattice.Grid()
grid.fill(lambda: grid.total())
