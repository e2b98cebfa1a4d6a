/** Edits in: the changes that mend findings, shown, written and taken back. */
@NullMarked
package io.github.pyo3doctor.fix;

import org.jspecify.annotations.NullMarked;
