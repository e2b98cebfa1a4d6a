package io.github.pyo3doctor.benchmarks;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.guide.GuideNotFoundException;
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

  /** The bundled topics, and the newest guide of PyO3's on this machine. */
  static List<Library> libraries() throws UnreadableFileException, GuideNotFoundException {
    Doctor doctor = new Doctor("benchmark");
    return List.of(
        doctor.bundled(doctor.currentPyo3()),
        doctor.official(doctor.guides(Optional.empty()).choose().guide()));
  }

  /** Our own labelled symptoms, and those from public threads where they are at hand. */
  static List<LabelledSymptom> symptoms() throws IOException {
    List<Path> files = new ArrayList<>();
    try (var own = Files.newDirectoryStream(OWN_SYMPTOMS, "*.jsonl")) {
      own.forEach(files::add);
    }
    files.sort(null);
    files.add(Path.of(System.getProperty("shared", "../shared"), "eval/symptoms.jsonl"));
    return LabelledSymptom.read(files);
  }
}
