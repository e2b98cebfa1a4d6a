package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.ExtensionModule.StableAbi;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which tag setuptools is told to give a wheel of the stable ABI: in {@code pyproject.toml},
 * {@code setup.cfg} or, as a plain entry, {@code setup.py}.
 */
final class StableAbiReader {
  private static final Set<String> EXTENSION = Set.of("true", "false", "auto");
  private static final List<String> KEYS = List.of("py-limited-api", "py_limited_api");
  private static final Pattern TAG = Pattern.compile("cp3\\d+");
  private static final Pattern SECTION = Pattern.compile("\\[([^]]*)]\\s*");
  private static final Pattern ENTRY =
      Pattern.compile("py[-_]limited[-_]api\\s*[=:]\\s*(\\S+)\\s*");

  private final ProjectFiles files;
  private final Manifests manifests;

  StableAbiReader(ProjectFiles files, Manifests manifests) {
    this.files = files;
    this.manifests = manifests;
  }

  /**
   * What is said of a wheel's module.
   *
   * @param asked the file that asks for it; the others are looked for beside it
   * @param extension what that says of the module's own file
   */
  StableAbi of(Path asked, Optional<Located<String>> extension) {
    SetupScript.WheelTag script = inScript(asked.resolveSibling(Manifests.SETUP));
    List<Located<String>> tags = new ArrayList<>();
    inPyproject(asked.resolveSibling(Manifests.PYPROJECT)).ifPresent(tags::add);
    inConfiguration(asked.resolveSibling("setup.cfg")).ifPresent(tags::add);
    script.tag().ifPresent(tags::add);
    boolean open = script.open();
    Optional<Located<String>> own =
        extension.map(
            said -> new Located<>(said.value().toLowerCase(Locale.ROOT), said.location()));
    open |= tags.size() > 1;
    open |= tags.stream().anyMatch(tag -> !TAG.matcher(tag.value()).matches());
    open |= own.filter(said -> !EXTENSION.contains(said.value())).isPresent();
    return new StableAbi(own, tags.stream().findFirst(), open);
  }

  private Optional<Located<String>> inPyproject(Path file) {
    return manifests.exists(file)
        ? manifests
            .load(file)
            .flatMap(toml -> toml.root().sectionIfAny("tool"))
            .flatMap(tools -> tools.sectionIfAny("distutils"))
            .flatMap(distutils -> distutils.sectionIfAny("bdist_wheel"))
            .flatMap(
                wheel ->
                    KEYS.stream()
                        .filter(wheel::has)
                        .findFirst()
                        .map(
                            key ->
                                new Located<>(
                                    wheel.plainString(key).orElse("another value"), wheel.at(key))))
        : Optional.empty();
  }

  private Optional<Located<String>> inConfiguration(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    List<String> lines =
        files
            .read(file, Manifests.LIMIT_BYTES)
            .map(text -> text.lines().toList())
            .orElse(List.of());
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher begun = SECTION.matcher(lines.get(i));
      section = begun.matches() ? begun.group(1).strip() : section;
      Matcher entry = ENTRY.matcher(lines.get(i));
      if (section.equals("bdist_wheel") && entry.matches()) {
        return Optional.of(
            new Located<>(entry.group(1), new Location(files.relative(file), i + 1, 1)));
      }
    }
    return Optional.empty();
  }

  private SetupScript.WheelTag inScript(Path file) {
    Optional<String> text =
        Files.isRegularFile(file) ? files.read(file, Manifests.LIMIT_BYTES) : Optional.empty();
    return SetupScript.wheelTag(files.relative(file), text.orElse(""));
  }
}
