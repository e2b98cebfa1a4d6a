/** Reading TOML, with the place of everything that is written. */
@NullMarked
package io.github.pyo3doctor.toml;

import org.jspecify.annotations.NullMarked;
