/** Where every start of the program begins, and chooses its face. */
@NullMarked
package io.github.pyo3doctor;

import org.jspecify.annotations.NullMarked;
