package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.DllSearch.Rule;
import io.github.pyo3doctor.checks.DllSearch.Verdict;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.util.List;
import java.util.Optional;

/**
 * A DLL that the loader takes although it is not the one the program was built for.
 *
 * @param path the DLL
 * @param severity how bad that is
 * @param consequence what follows, as the end of a sentence
 */
record RivalPythonDll(String path, Severity severity, String consequence) {
  /**
   * Whether what the loader takes is a rival.
   *
   * @param built the Python that PyO3's build script takes, if known
   */
  static Optional<RivalPythonDll> in(
      WindowsLoader loader,
      Optional<PythonInstallation> built,
      BuiltBinary program,
      Verdict.Loads loads) {
    String path = WindowsPaths.full(loads.path(), loader.currentDirectory());
    List<String> missing = program.missingIn(path);
    if (!missing.isEmpty()) {
      return Optional.of(
          new RivalPythonDll(
              path,
              Severity.ERROR,
              "which lacks `%s` (STATUS_ENTRYPOINT_NOT_FOUND, 0xC0000139)"
                  .formatted(missing.getFirst())));
    }
    return built
        .filter(python -> isElsewhere(loader, python, path))
        .filter(
            python ->
                new PythonDllsSeen(loader)
                    .installationsWith(loads.dll().name(), program.architecture())
                    .contains(python))
        .flatMap(python -> compare(python, path, loads));
  }

  private static boolean isElsewhere(WindowsLoader loader, PythonInstallation python, String path) {
    String home = WindowsPaths.full(python.home(), loader.currentDirectory());
    return !WindowsPaths.parent(path).equalsIgnoreCase(home);
  }

  private static Optional<RivalPythonDll> compare(
      PythonInstallation python, String path, Verdict.Loads loads) {
    PythonDll taken = loads.dll();
    boolean otherVersion =
        taken.forwardsTo().isPresent()
            && python.dll().isPresent()
            && !taken.forwardsTo().get().equalsIgnoreCase(python.dll().get());
    if (otherVersion) {
      return Optional.of(
          new RivalPythonDll(
              path,
              Severity.WARNING,
              "which stands for `%s`; the Python it was built with has `%s`"
                  .formatted(taken.forwardsTo().get(), python.dll().get())));
    }
    // A copy that lies beside the program, or where Cargo points, was put there on purpose.
    Rule rule = loads.step().rule();
    return rule == Rule.PROGRAM || rule == Rule.CARGO
        ? Optional.empty()
        : Optional.of(
            new RivalPythonDll(
                path,
                Severity.HINT,
                "so it sees the packages of that Python, not those of " + python.home()));
  }
}
