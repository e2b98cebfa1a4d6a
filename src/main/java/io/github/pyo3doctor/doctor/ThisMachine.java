package io.github.pyo3doctor.doctor;

import io.github.pyo3doctor.snapshot.Redaction;
import java.util.List;
import java.util.stream.Stream;

/** The names that must not leave this machine unasked. */
final class ThisMachine {
  private ThisMachine() {}

  static Redaction redaction() {
    List<String> names =
        Stream.of(
                System.getProperty("user.name", ""),
                System.getenv().getOrDefault("COMPUTERNAME", ""),
                System.getenv().getOrDefault("HOSTNAME", ""))
            .filter(name -> !name.isBlank())
            .distinct()
            .toList();
    return new Redaction(names);
  }
}
