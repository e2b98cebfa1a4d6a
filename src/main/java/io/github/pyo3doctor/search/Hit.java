package io.github.pyo3doctor.search;

/**
 * A topic that matches a query.
 *
 * @param topic the topic's id
 * @param source the library it is from
 * @param score how well it matches; only comparable within one search
 * @param title its title, matches marked
 * @param snippet the passage that matches best, matches marked
 */
public record Hit(String topic, String source, double score, Marked title, Marked snippet) {}
