/** The window. */
@NullMarked
package io.github.pyo3doctor.desktop;

import org.jspecify.annotations.NullMarked;
