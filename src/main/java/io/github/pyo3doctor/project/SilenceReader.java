package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code .pyo3-doctor.toml} in the project's folder: what it asks not to be told again. */
final class SilenceReader {
  private final ProjectFiles files;
  private final Manifests manifests;

  SilenceReader(ProjectFiles files, Manifests manifests) {
    this.files = files;
    this.manifests = manifests;
  }

  List<Silence> read() {
    if (!manifests.exists(files.resolve(Silence.FILE))) return List.of();
    return manifests
        .load(files.resolve(Silence.FILE))
        .map(file -> file.root().sections(Silence.TABLE))
        .map(this::silences)
        .orElse(List.of());
  }

  private List<Silence> silences(List<TomlSection> tables) {
    List<Silence> silences = new ArrayList<>();
    for (TomlSection table : tables) {
      Optional<String> check = table.string("check").filter(text -> !text.isBlank());
      Optional<String> reason = table.string("reason").filter(text -> !text.isBlank());
      if (check.isPresent() && reason.isPresent()) {
        Optional<String> file = table.string("file");
        silences.add(new Silence(check.get(), file, reason.get(), table.location()));
      } else {
        String missing = check.isEmpty() ? "check" : "reason";
        files.note(
            NotExamined.Kind.VALUE,
            table.location(),
            "silences nothing: [[" + Silence.TABLE + "]] needs a `" + missing + "`");
      }
    }
    return List.copyOf(silences);
  }
}
