package io.github.pyo3doctor.faq;

import java.util.List;

/**
 * What the front matter of a bundled topic says.
 *
 * @param when the step at which it hurts
 * @param inShort the trouble in at most five words of somebody who has it
 * @param upstream anchors of the same entry in the official FAQ, newest first
 * @param guide sections of the official guide that explain the same, {@code CHAPTER#ANCHOR}
 * @param pyo3 the PyO3 versions in which the trouble exists, as a requirement
 * @param words words people use for it that the article does not
 * @param oftenAsked whether it belongs on the start page
 * @param signatures how tools announce it
 */
public record TopicCard(
    Stage when,
    String inShort,
    List<String> upstream,
    List<String> guide,
    String pyo3,
    List<String> words,
    boolean oftenAsked,
    List<Signature> signatures) {}
