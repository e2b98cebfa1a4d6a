/** One class per check, named for the problem it finds; pure functions from snapshot to outcome. */
@NullMarked
package io.github.pyo3doctor.checks;

import org.jspecify.annotations.NullMarked;
