package io.github.pyo3doctor.faq;

import java.util.List;

/**
 * What the front matter of a bundled topic says.
 *
 * @param when the step at which it hurts
 * @param inShort the trouble in at most five words of somebody who has it
 * @param upstream anchors of the same entry in the official FAQ, newest first
 * @param pyo3 the PyO3 versions in which the trouble exists, as a requirement
 * @param words words people use for it that the article does not
 * @param oftenAsked whether it belongs on the start page
 * @param signatures how tools announce it
 */
public record TopicCard(
    Stage when,
    String inShort,
    List<String> upstream,
    String pyo3,
    List<String> words,
    boolean oftenAsked,
    List<Signature> signatures) {}
