/** What both faces call: search, examine, read; with progress and cancellation. */
@NullMarked
package io.github.pyo3doctor.doctor;

import org.jspecify.annotations.NullMarked;
