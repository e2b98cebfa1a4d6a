/** Reads executables and libraries without loading them. */
@NullMarked
package io.github.pyo3doctor.binary;

import org.jspecify.annotations.NullMarked;
