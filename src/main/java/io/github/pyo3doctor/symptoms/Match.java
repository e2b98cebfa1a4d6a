package io.github.pyo3doctor.symptoms;

import java.util.Map;

/**
 * A trouble recognised in a log.
 *
 * @param topic the topic that explains it
 * @param title the topic's title
 * @param confidence from 0.5, more likely than not, to 1
 * @param signature the id of the topic's signature that was found
 * @param first the first line that decided, counted from 1
 * @param last the last one
 * @param evidence those lines, without what other tools put around them
 * @param facts what the log says besides
 * @param factLines where it says so, for those of which the log says different things elsewhere
 * @param nextStep what to do now
 */
public record Match(
    String topic,
    String title,
    double confidence,
    String signature,
    int first,
    int last,
    String evidence,
    Map<FactKind, String> facts,
    Map<FactKind, Integer> factLines,
    String nextStep) {}
