/** mdBook Markdown in, topics out; and the version facts that articles and checks share. */
@NullMarked
package io.github.pyo3doctor.faq;

import org.jspecify.annotations.NullMarked;
