import lattice

grid = lattice.Grid()
grid.copy()
