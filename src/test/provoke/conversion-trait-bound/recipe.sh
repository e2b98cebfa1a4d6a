# Types that PyO3 does not know how to convert.

with_python 3.11
for release in $releases; do
    for what in argument result fallible-result error extract; do
        in_release "$release" $what
        keep "$release-$what" "pyo3=$release crate=lattice" cargo build
    done
done

toolchain=1.63.0
for what in argument result error; do
    in_release 0.17.3 $what
    with_rust "$toolchain"
    keep "0.17.3-rustc-$toolchain-$what" "pyo3=0.17.3 crate=lattice" cargo "+$toolchain" build --offline
done
