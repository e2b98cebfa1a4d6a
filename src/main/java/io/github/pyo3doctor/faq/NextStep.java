package io.github.pyo3doctor.faq;

import java.util.List;
import java.util.Optional;

/**
 * What to do first about a trouble that was recognised in a log.
 *
 * @param topic the trouble
 * @param signatures only when one of these announced it; empty for all
 * @param pyo3From only for this PyO3 and later
 * @param pyo3Before only for earlier PyO3
 * @param python only when the log speaks of this Python
 * @param say one or two sentences; {@code {pyo3}} stands for that fact of the log, and the step is
 *     passed over when the log does not tell it
 */
public record NextStep(
    String topic,
    List<String> signatures,
    Optional<String> pyo3From,
    Optional<String> pyo3Before,
    Optional<String> python,
    String say) {}
