package io.github.pyo3doctor.faq;

import java.util.List;

/**
 * Where in a guide a topic stands.
 *
 * @param chapter the id of its chapter, which is the chapter's path without {@code .md}
 * @param above the titles it stands under, without markup, the chapter's first; empty for a whole
 *     chapter
 */
public record GuidePlace(String chapter, List<String> above) {
  /** The place of a whole chapter. */
  static GuidePlace chapter(String id) {
    return new GuidePlace(id, List.of());
  }
}
