# Two dependencies that ask for different PyO3.

beside=0.23.5
for release in $releases; do
    in_release "$release"
    keep "$release-cargo-build" "" cargo build
done
