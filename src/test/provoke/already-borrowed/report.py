import lattice

grid = lattice.Grid()
grid.report(lambda size: grid.push(size))
