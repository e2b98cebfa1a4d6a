import lattice

grid = lattice.Grid()
grid.swap()
