/** Collects what the loader and PyO3's build script would see of this machine. */
@NullMarked
package io.github.pyo3doctor.machine;

import org.jspecify.annotations.NullMarked;
