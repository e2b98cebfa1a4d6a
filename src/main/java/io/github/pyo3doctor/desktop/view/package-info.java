/** Nodes, built in plain Java by small methods; every rule lives in the models. */
@NullMarked
package io.github.pyo3doctor.desktop.view;

import org.jspecify.annotations.NullMarked;
