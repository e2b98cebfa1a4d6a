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

/** The options that choose which topics are read, and for which PyO3. */
final class LibrarySource {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?(-[\\w.]+)?");

  private static final Option<String> SOURCE =
      Option.text(
          "--source",
          "bundled|official|FILE|DIR",
          "Where topics come from: "
              + Libraries.BUNDLED
              + " (the default); official, PyO3's own guide as Cargo has brought it to this"
              + " machine; or mdBook Markdown, a pyo3 crate or its folder.");
  private static final Option<String> PYO3 =
      Option.text(
          "--pyo3",
          "VERSION",
          "The PyO3 release the text is for; by default the newest known, and for the official"
              + " guide the one the project locks.");
  private static final Option<String> PROJECT =
      Option.text(
          "--project",
          "DIR",
          "The project whose Cargo.lock chooses the official guide; by default this folder.");

  private final String source;
  private final Optional<String> pyo3;
  private final Path project;

  LibrarySource(Given given) {
    this.source = given.value(SOURCE).orElse(Libraries.BUNDLED);
    this.pyo3 = given.value(PYO3);
    this.project = Path.of(given.value(PROJECT).orElse("."));
  }

  /** The command, with these options. */
  static Command choosable(Command command) {
    return command.with(SOURCE, PYO3, PROJECT);
  }

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
      throw new UnusableArgumentException(
          e.getMessage() + "; --source FILE reads one from elsewhere");
    }
  }

  private Optional<Pyo3Release> asked() throws UnusableArgumentException {
    if (pyo3.isEmpty()) return Optional.empty();
    if (!VERSION.matcher(pyo3.get()).matches()) {
      throw new UnusableArgumentException(
          "--pyo3 " + pyo3.get() + ": give a version such as 0.29.2");
    }
    return Optional.of(new Pyo3Release(pyo3.get()));
  }
}
