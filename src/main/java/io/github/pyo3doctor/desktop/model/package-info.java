/** View models: what the window shows and does, without a single node; tested without a toolkit. */
@NullMarked
package io.github.pyo3doctor.desktop.model;

import org.jspecify.annotations.NullMarked;
