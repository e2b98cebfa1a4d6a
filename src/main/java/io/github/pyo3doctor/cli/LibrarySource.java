package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that choose which topics are read, and for which PyO3. */
final class LibrarySource {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?(-[\\w.]+)?");

  @Option(
      names = "--source",
      paramLabel = "bundled|FILE|DIR",
      defaultValue = Libraries.BUNDLED,
      scope = ScopeType.INHERIT,
      description = "Where topics come from: ${DEFAULT-VALUE} (the default), or mdBook Markdown.")
  private String source = Libraries.BUNDLED;

  @Option(
      names = "--pyo3",
      paramLabel = "VERSION",
      scope = ScopeType.INHERIT,
      description = "The PyO3 release the text is for; the newest known by default.")
  private @Nullable String pyo3;

  Library open(Doctor doctor) throws UnreadableFileException, UnusableArgumentException {
    Pyo3Release release = release(doctor);
    return source.equals(Libraries.BUNDLED)
        ? doctor.bundled(release)
        : doctor.library(Path.of(source), release);
  }

  private Pyo3Release release(Doctor doctor) throws UnusableArgumentException {
    if (pyo3 == null) return doctor.currentPyo3();
    if (!VERSION.matcher(pyo3).matches()) {
      throw new UnusableArgumentException("--pyo3 " + pyo3 + ": give a version such as 0.29.2");
    }
    return new Pyo3Release(pyo3);
  }
}
