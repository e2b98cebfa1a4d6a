package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.SharedItem;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.List;
import java.util.Optional;

/** What the PyO3 of a package offers to threads that wait. */
final class WaitingAdvice {
  private final Version pyOnceLock;
  private final Version onceLockExt;
  private final Version mutexExt;
  private final Version rwLockExt;
  private final Version detach;

  WaitingAdvice(Facts facts) {
    pyOnceLock = version(facts, "once.py-once-lock-since");
    onceLockExt = version(facts, "once.once-lock-ext-since");
    mutexExt = version(facts, "once.mutex-ext-since");
    rwLockExt = version(facts, "once.rw-lock-ext-since");
    detach = version(facts, "attach.since");
  }

  private static Version version(Facts facts, String key) {
    return Version.parse(facts.version(key)).orElseThrow();
  }

  /** For a cell whose initializer needs Python. */
  Fix forCell(Workspace workspace, CargoPackage cargo, SharedItem item) {
    if (item.type().equals("std::sync::Once")) {
      return manual(
          has(workspace, cargo, onceLockExt) == Truth.FALSE
              ? "Do it when the module is imported"
              : "Call it with `call_once_py_attached` of `OnceExt`, or do it when the module is"
                  + " imported");
    }
    String method = ", or fill it with `get_or_init_py_attached` of `OnceLockExt`";
    boolean keepable = item.type().equals("std::sync::OnceLock");
    String text =
        switch (has(workspace, cargo, pyOnceLock)) {
          case TRUE -> "Make it a `pyo3::sync::PyOnceLock`" + (keepable ? method : "");
          case FALSE ->
              "Make it a `GILOnceCell`"
                  + (keepable && has(workspace, cargo, onceLockExt) == Truth.TRUE ? method : "");
          case UNKNOWN ->
              "Make it a `PyOnceLock` if Cargo picks PyO3 "
                  + series(pyOnceLock)
                  + " or newer, a `GILOnceCell` before";
        };
    return manual(text);
  }

  /** For a lock that is held while Python is waited for. */
  Fix forLock(Workspace workspace, CargoPackage cargo, SharedItem item) {
    String release = "Do the Python part before the lock is taken or after it is released";
    boolean shared = item.type().endsWith("RwLock");
    boolean there = has(workspace, cargo, shared ? rwLockExt : mutexExt) == Truth.TRUE;
    String methods = shared ? "`read_py_attached` and `write_py_attached`" : "`lock_py_attached`";
    return manual(
        there
            ? release + ", or take it with " + methods + " wherever the thread is attached"
            : release);
  }

  /** For a wait while attached. */
  Fix forWait(Workspace workspace, CargoPackage cargo) {
    return manual(
        switch (has(workspace, cargo, detach)) {
          case TRUE -> "Wait inside `py.detach(|| …)`";
          case FALSE -> "Wait inside `py.allow_threads(|| …)`";
          case UNKNOWN ->
              "Wait inside `py.detach(|| …)`, before PyO3 "
                  + series(detach)
                  + " inside `py.allow_threads(|| …)`";
        });
  }

  /** Where the version that the advice goes by is said. */
  List<String> evidence(Workspace workspace, CargoPackage cargo) {
    return pyo3(workspace, cargo).map(Pyo3Version::evidence).map(List::of).orElse(List.of());
  }

  private static Truth has(Workspace workspace, CargoPackage cargo, Version since) {
    return pyo3(workspace, cargo)
        .map(version -> version.range().atLeast(since))
        .orElse(Truth.UNKNOWN);
  }

  private static Optional<Pyo3Version> pyo3(Workspace workspace, CargoPackage cargo) {
    return cargo
        .dependenciesOn("pyo3")
        .findFirst()
        .flatMap(dependency -> Pyo3Version.of(workspace, dependency));
  }

  private static String series(Version version) {
    return version.major() + "." + version.minor();
  }

  private static Fix manual(String title) {
    return new Fix(title, Fix.Grade.MANUAL, List.of());
  }
}
