package io.github.pyo3doctor.search;

import java.util.List;

/**
 * What is searched for.
 *
 * @param words in their order
 * @param concepts what the words mean
 * @param beingTyped whether the last word may be unfinished
 */
record Query(List<Form> words, List<Concepts.Met> concepts, boolean beingTyped) {}
