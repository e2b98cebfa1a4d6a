package io.github.pyo3doctor.faq;

import java.util.regex.Pattern;

/**
 * A line by which a tool announces a trouble.
 *
 * @param id unique within its topic
 * @param pattern found in the line
 * @param sample a line the pattern matches, in the words of the tool
 */
public record Signature(String id, Pattern pattern, String sample) {}
