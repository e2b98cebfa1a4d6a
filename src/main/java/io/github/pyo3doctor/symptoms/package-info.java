/** Recognising what tools print: build logs, tracebacks, loader messages, exit codes, stacks. */
@NullMarked
package io.github.pyo3doctor.symptoms;

import org.jspecify.annotations.NullMarked;
