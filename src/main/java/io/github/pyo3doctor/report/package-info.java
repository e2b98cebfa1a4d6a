/** Findings out, in the formats people and programs read. */
@NullMarked
package io.github.pyo3doctor.report;

import org.jspecify.annotations.NullMarked;
