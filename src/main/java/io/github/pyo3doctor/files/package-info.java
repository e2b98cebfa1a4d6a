/** Reading a file that may be anything: missing, a pipe, enormous, not UTF-8. */
@NullMarked
package io.github.pyo3doctor.files;

import org.jspecify.annotations.NullMarked;
