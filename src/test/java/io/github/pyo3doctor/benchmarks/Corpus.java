package io.github.pyo3doctor.benchmarks;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every benchmark searches, and what for. */
final class Corpus {
  private static final Path OWN_SYMPTOMS = Path.of("src/test/resources/symptoms");

  private Corpus() {}

  /** The bundled topics, and the guide in the newest {@code pyo3} crate on this machine. */
  static List<Library> libraries() throws IOException, UnreadableFileException {
    Libraries libraries = new Libraries();
    Pyo3Release release = libraries.facts().currentPyo3();
    return List.of(libraries.bundled(release), libraries.at(guide(release), release));
  }

  /** Our own labelled symptoms, and those from public threads where they are at hand. */
  static List<LabelledSymptom> symptoms() throws IOException {
    List<Path> files = new ArrayList<>(below(OWN_SYMPTOMS, "*.jsonl"));
    files.add(Path.of(System.getProperty("shared", "../shared"), "eval/symptoms.jsonl"));
    return LabelledSymptom.read(files);
  }

  private static Path guide(Pyo3Release release) throws IOException {
    Path cargo =
        Optional.ofNullable(System.getenv("CARGO_HOME"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cargo"));
    for (Path registry : below(cargo.resolve("registry/src"), "*")) {
      Path guide = registry.resolve("pyo3-" + release.version()).resolve("guide/src");
      if (Files.isDirectory(guide)) return guide;
    }
    throw new IOException(
        "needs the crate pyo3 " + release.version() + " in cargo's registry; `cargo fetch` it");
  }

  private static List<Path> below(Path folder, String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(files::add);
    }
    files.sort(null);
    return files;
  }
}
