/** Everything a check may look at, as plain immutable records with JSON both ways. */
@NullMarked
package io.github.pyo3doctor.snapshot;

import org.jspecify.annotations.NullMarked;
