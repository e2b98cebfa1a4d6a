from concurrent.futures import ThreadPoolExecutor

import lattice

grid = lattice.Grid()
print(ThreadPoolExecutor().submit(grid.total).result())
