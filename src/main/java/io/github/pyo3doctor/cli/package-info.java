/** The command line. */
@NullMarked
package io.github.pyo3doctor.cli;

import org.jspecify.annotations.NullMarked;
