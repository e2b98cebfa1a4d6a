package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.GuidePlace;
import io.github.pyo3doctor.faq.Pyo3Release;
import java.util.Optional;

/**
 * A topic that matches a query.
 *
 * @param topic the topic's id
 * @param source the library it is from
 * @param score how well it matches; only comparable within one search
 * @param title its title, matches marked
 * @param snippet the passage that matches best, matches marked
 * @param place where in a guide it stands; empty for what stands in none
 * @param guide the PyO3 whose own guide it is from; empty when it is from no guide
 */
public record Hit(
    String topic,
    String source,
    double score,
    Marked title,
    Marked snippet,
    Optional<GuidePlace> place,
    Optional<Pyo3Release> guide) {}
