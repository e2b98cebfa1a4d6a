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
  private static final Path OWN_SYMPTOMS = Path.of("src/test/resources/search");
  private static final Path OWN_LOGS = Path.of("src/test/resources/symptoms");

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
    List<Path> files = new ArrayList<>(files(OWN_SYMPTOMS, "*.jsonl"));
    files.add(Path.of(System.getProperty("shared", "../shared"), "eval/symptoms.jsonl"));
    return LabelledSymptom.read(files);
  }

  /** Logs as they are pasted. */
  static List<String> logs() throws IOException {
    List<String> logs = new ArrayList<>();
    for (Path log : files(OWN_LOGS, "*.log")) logs.add(Files.readString(log));
    return logs;
  }

  private static List<Path> files(Path folder, String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var found = Files.newDirectoryStream(folder, glob)) {
      found.forEach(files::add);
    }
    files.sort(null);
    return files;
  }
}
