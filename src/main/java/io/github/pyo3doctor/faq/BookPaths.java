package io.github.pyo3doctor.faq;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths among the files of a book: with {@code /}, never leading out of the folder they lie in. */
final class BookPaths {
  private BookPaths() {}

  /**
   * The path that a page names.
   *
   * @param page the path of the page that names it
   * @param target as written there, relative to the page's folder
   * @return empty when it leads out of the book's folder
   */
  static Optional<String> resolve(String page, String target) {
    int slash = page.lastIndexOf('/');
    return normalised((slash < 0 ? "" : page.substring(0, slash + 1)) + target);
  }

  /** The path without {@code .} and {@code ..}; empty when it leads out of the folder. */
  static Optional<String> normalised(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.replace('\\', '/').split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) return Optional.empty();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
  }

  /** The path a link means: {@code %20} stands for a space. */
  static String decoded(String link) {
    try {
      return URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return link; // a percent sign that escapes nothing
    }
  }
}
