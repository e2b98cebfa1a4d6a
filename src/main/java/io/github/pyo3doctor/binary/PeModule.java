package io.github.pyo3doctor.binary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A library that was found for a name.
 *
 * @param name as it was asked for
 * @param path where it lies; {@code API set} for one that lies nowhere
 * @param image what was read of it; empty when it is Windows' own and was not looked at
 * @param exports what it offers, by name and as {@code #number}, and what each is handed on to
 */
record PeModule(
    String name, String path, Optional<PeFile> image, Map<String, Optional<String>> exports) {
  static PeModule of(String name, String path, PeFile image) {
    Map<String, Optional<String>> exports = new HashMap<>();
    image.ordinals().forEach((number, forwarder) -> exports.put("#" + number, forwarder));
    image.exports().forEach(export -> exports.put(export.name(), export.forwarder()));
    return new PeModule(name, path, Optional.of(image), exports);
  }

  /** One whose exports are not known, and are taken to be what others ask for. */
  static PeModule unread(String name, String path) {
    return new PeModule(name, path, Optional.empty(), Map.of());
  }
}
