from .tides import turn
