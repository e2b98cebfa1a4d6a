package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a manifest tells maturin in {@code [package.metadata.maturin]}. All of it has moved to
 * {@code pyproject.toml}; what is left over is passed over by today's maturin, or refused.
 *
 * @param entries the keys of that table, and its tables, each where it stands
 * @param name the module's name as that table gives it
 */
record MaturinMetadata(List<Located<String>> entries, Optional<Located<String>> name) {
  private static final Pattern HEADER =
      Pattern.compile("\\s*\\[+\\s*package\\.metadata\\.maturin(?:\\.([\\w-]+))?\\s*]+.*");

  private static final Pattern KEY =
      Pattern.compile("\\s*([\\w-]+)\\s*=\\s*(?:[\"']([^\"']*)[\"'])?.*");

  static MaturinMetadata of(Project project, CargoPackage cargo) {
    List<Located<String>> entries = new ArrayList<>();
    Optional<Located<String>> name = Optional.empty();
    boolean inside = false;
    int number = 0;
    String text = project.manifest(cargo.manifest()).map(TextFile::text).orElse("");
    for (String line : text.split("\n", -1)) {
      number++;
      Location at = new Location(cargo.manifest(), number, 1);
      Matcher header = HEADER.matcher(line);
      Matcher key = KEY.matcher(line);
      if (header.matches()) {
        inside = header.group(1) == null;
        Optional.ofNullable(header.group(1))
            .ifPresent(table -> entries.add(new Located<>(table, at)));
      } else if (line.stripLeading().startsWith("[")) {
        inside = false;
      } else if (inside && key.matches()) {
        entries.add(new Located<>(key.group(1), at));
        if (key.group(1).equals("name") && key.group(2) != null) {
          name = Optional.of(new Located<>(key.group(2), at));
        }
      }
    }
    return new MaturinMetadata(List.copyOf(entries), name);
  }
}
