package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.faq.Signature;

/**
 * A signature found in a log.
 *
 * @param topic the topic whose signature it is
 * @param signature the signature
 * @param first the first line that decided, counted from 1
 * @param last the last one
 * @param evidence those lines
 */
record Sighting(String topic, Signature signature, int first, int last, String evidence) {}
