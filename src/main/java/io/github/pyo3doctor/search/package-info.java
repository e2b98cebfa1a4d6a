/** The index over topics. */
@NullMarked
package io.github.pyo3doctor.search;

import org.jspecify.annotations.NullMarked;
