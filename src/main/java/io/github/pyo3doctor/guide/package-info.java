/** Finds PyO3's own guide on this machine, where Cargo has put it, and opens it. */
@NullMarked
package io.github.pyo3doctor.guide;

import org.jspecify.annotations.NullMarked;
