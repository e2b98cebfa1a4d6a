/**
 * Collects what Cargo and the Python build tools would read from a project folder, running nothing.
 */
@NullMarked
package io.github.pyo3doctor.project;

import org.jspecify.annotations.NullMarked;
