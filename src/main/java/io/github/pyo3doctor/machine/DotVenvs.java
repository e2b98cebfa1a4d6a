package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.snapshot.DotVenv;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the {@code .venv} that {@code maturin develop} would take; see {@link DotVenv}. */
final class DotVenvs {
  private final OperatingSystem os;

  DotVenvs(OperatingSystem os) {
    this.os = os;
  }

  /** What is found from the folder of each {@code pyproject.toml} on upwards. */
  List<DotVenv> of(Project project) {
    Path root;
    try {
      root = Path.of(project.root());
    } catch (InvalidPathException e) {
      return List.of();
    }
    return project.pyprojects().stream()
        .map(PyProject::path)
        .map(path -> path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "")
        .distinct()
        .map(folder -> dotVenv(folder, root.resolve(folder).toAbsolutePath().normalize()))
        .toList();
  }

  private DotVenv dotVenv(String folder, Path startedIn) {
    Optional<Path> found =
        Stream.iterate(startedIn, Objects::nonNull, Path::getParent)
            .map(each -> each.resolve(".venv"))
            .filter(Files::isDirectory)
            .findFirst();
    Optional<Path> python = found.map(this::python);
    return new DotVenv(
        folder,
        found.map(Path::toString),
        found.filter(each -> Files.isRegularFile(each.resolve("pyvenv.cfg"))).isPresent(),
        python.map(Path::toString),
        python.filter(Files::isRegularFile).isPresent());
  }

  /** On Windows also where MSYS2 puts it, else where conda does. */
  private Path python(Path environment) {
    if (os != OperatingSystem.WINDOWS) return environment.resolve("bin").resolve("python");
    return Stream.of("Scripts", "bin")
        .map(folder -> environment.resolve(folder).resolve("python.exe"))
        .filter(Files::exists)
        .findFirst()
        .orElse(environment.resolve("python.exe"));
  }
}
