from .harbour import *
