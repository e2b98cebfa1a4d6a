package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Source;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.guide.GuideChoice;
import io.github.pyo3doctor.guide.GuideNotFoundException;
import io.github.pyo3doctor.guide.Guides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that choose which topics are read, and for which PyO3. */
final class LibrarySource {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?(-[\\w.]+)?");

  @Option(
      names = "--source",
      paramLabel = "bundled|official|FILE|DIR",
      defaultValue = Libraries.BUNDLED,
      scope = ScopeType.INHERIT,
      description = {
        "Where topics come from: ${DEFAULT-VALUE} (the default); official, PyO3's own guide as"
            + " Cargo has brought it to this machine; or mdBook Markdown, a pyo3 crate or its"
            + " folder."
      })
  private String source = Libraries.BUNDLED;

  @Option(
      names = "--pyo3",
      paramLabel = "VERSION",
      scope = ScopeType.INHERIT,
      description = {
        "The PyO3 release the text is for; by default the newest known, and for the official guide"
            + " the one the project locks."
      })
  private @Nullable String pyo3;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      defaultValue = ".",
      scope = ScopeType.INHERIT,
      description =
          "The project whose Cargo.lock chooses the official guide; by default this folder.")
  private Path project = Path.of(".");

  /** Opens the library; why it is not the guide of the project's PyO3 goes to standard error. */
  Library open(Doctor doctor, ConsoleOutput output)
      throws UnreadableFileException, UnusableArgumentException {
    return doctor.read(chosen(doctor, output));
  }

  /** What was chosen, not opened yet. */
  Source chosen(Doctor doctor, ConsoleOutput output) throws UnusableArgumentException {
    Optional<Pyo3Release> asked = asked();
    if (source.equals(Libraries.OFFICIAL)) {
      if (!Files.exists(project)) {
        throw new UnusableArgumentException("--project " + project + ": does not exist");
      }
      GuideChoice choice = choose(doctor.guides(Optional.of(project)), asked);
      choice.remark().ifPresent(output::diagnostic);
      return new Source.Official(choice.guide());
    }
    return source.equals(Libraries.BUNDLED)
        ? new Source.Bundled(asked)
        : new Source.Named(Path.of(source), asked);
  }

  private static GuideChoice choose(Guides guides, Optional<Pyo3Release> asked)
      throws UnusableArgumentException {
    try {
      return asked.isPresent() ? guides.choose(asked.get()) : guides.choose();
    } catch (GuideNotFoundException e) {
      throw new UnusableArgumentException(e.getMessage());
    }
  }

  private Optional<Pyo3Release> asked() throws UnusableArgumentException {
    if (pyo3 == null) return Optional.empty();
    if (!VERSION.matcher(pyo3).matches()) {
      throw new UnusableArgumentException("--pyo3 " + pyo3 + ": give a version such as 0.29.2");
    }
    return Optional.of(new Pyo3Release(pyo3));
  }
}
