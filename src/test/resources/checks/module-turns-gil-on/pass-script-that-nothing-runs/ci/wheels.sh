#!/bin/sh
set -eu
maturin build --release --interpreter 3.13 3.13t
