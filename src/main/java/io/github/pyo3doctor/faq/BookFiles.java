package io.github.pyo3doctor.faq;

import java.util.Optional;

/** The files a book is made of, wherever they lie. */
@FunctionalInterface
public interface BookFiles {
  /**
   * The text of a file.
   *
   * @param path from the folder they all lie in, with {@code /}, without {@code .} and {@code ..}
   * @return empty when there is no such file, or none that may be read as text
   */
  Optional<String> text(String path);
}
