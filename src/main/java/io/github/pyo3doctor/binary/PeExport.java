package io.github.pyo3doctor.binary;

import java.util.Optional;

/**
 * A name that a library offers.
 *
 * @param name the symbol
 * @param ordinal the number that it goes by as well
 * @param forwarder when the library only hands the symbol on: {@code LIBRARY.symbol} or {@code
 *     LIBRARY.#number}, the library without {@code .dll}
 */
public record PeExport(String name, int ordinal, Optional<String> forwarder) {
  /** The file name of the library that the symbol is handed on to. */
  public Optional<String> forwardsTo() {
    return forwarder
        .map(text -> text.substring(0, Math.max(0, text.lastIndexOf('.'))))
        .filter(library -> !library.isEmpty())
        .map(library -> library + ".dll");
  }
}
