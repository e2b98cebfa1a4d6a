package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.SharedItem;
import io.github.pyo3doctor.snapshot.Visit;
import io.github.pyo3doctor.snapshot.WaitingCode;
import java.util.List;

/** What is said of waiting threads in Rust source that a test gives. */
final class Waits {
  private static final WaitingCode NONE =
      new WaitingCode(List.of(), List.of(), List.of(), List.of(), List.of());

  private static final String HEAD =
      """
      use pyo3::prelude::*;
      use std::sync::Mutex;
      static ROWS: Mutex<Vec<u8>> = Mutex::new(Vec::new());
      """;

  private Waits() {}

  static WaitingCode in(String source) {
    return RustScanner.scan("src/lib.rs", source).waiting().orElse(NONE);
  }

  static List<SharedItem> items(String source) {
    return in(source).items();
  }

  /** The places of a kind, in source that comes behind a lock called {@code ROWS}. */
  static List<Visit> visits(Visit.Kind kind, String source) {
    return in(HEAD + source).visits().stream().filter(visit -> visit.kind() == kind).toList();
  }

  /** The only place where {@code ROWS} is locked. */
  static Visit lock(String source) {
    List<Visit> locks = visits(Visit.Kind.LOCK, source);
    if (locks.size() != 1) {
      throw new AssertionError(locks.size() + " locks are taken in " + source);
    }
    return locks.getFirst();
  }
}
