package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.snapshot.PythonBuild;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks a program what Python it is. It runs isolated: neither {@code PYTHON…} variables nor the
 * user's or the installation's {@code site-packages} nor any {@code .pth} file has a part in it.
 */
final class PythonQuestions {
  private static final List<String> ISOLATED = List.of("-I", "-S");

  /** The same for Python 2, which has no {@code -I}. */
  private static final List<String> ISOLATED_2 = List.of("-E", "-s", "-S");

  private final Programs programs;
  private final String script = script();

  PythonQuestions(Programs programs) {
    this.programs = programs;
  }

  private static String script() {
    try (InputStream file =
        Objects.requireNonNull(PythonQuestions.class.getResourceAsStream("about.py"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the program says: of itself, or at least for its version. */
  PythonAnswer ask(Path program) {
    ProgramAnswer first = about(program, ISOLATED);
    if (first instanceof ProgramAnswer.Unasked(String reason)) return PythonAnswer.unasked(reason);
    Optional<PythonBuild> build = build(first);
    if (build.isPresent()) return PythonAnswer.of(build.get());
    Optional<String> says = version(program);
    if (says.filter(line -> line.startsWith("Python 2")).isPresent()) {
      build = build(about(program, ISOLATED_2));
    }
    return new PythonAnswer(
        says,
        build,
        build.isPresent() ? Optional.empty() : Optional.of(complaint(first)),
        Optional.empty());
  }

  private ProgramAnswer about(Path program, List<String> options) {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-c", script));
    return programs.ask(program, arguments);
  }

  private Optional<String> version(Path program) {
    return switch (programs.ask(program, List.of("--version"))) {
      case ProgramAnswer.Said(int _, String output, String errors) ->
          (output.isBlank() ? errors : output).lines().findFirst();
      case ProgramAnswer.Refused _, ProgramAnswer.Unasked _ -> Optional.empty();
    };
  }

  private static String complaint(ProgramAnswer answer) {
    return switch (answer) {
      case ProgramAnswer.Refused(String reason) -> reason;
      case ProgramAnswer.Unasked(String reason) -> reason;
      case ProgramAnswer.Said(int exitCode, String _, String errors) ->
          "ends with exit code "
              + exitCode
              + errors
                  .lines()
                  .filter(line -> !line.isBlank())
                  .reduce((_, last) -> last)
                  .map(last -> ": " + last.strip())
                  .orElse("");
    };
  }

  private static Optional<PythonBuild> build(ProgramAnswer answer) {
    if (!(answer instanceof ProgramAnswer.Said(int exitCode, String output, String _))
        || exitCode != 0) {
      return Optional.empty();
    }
    Map<String, String> said = new HashMap<>();
    for (String line : output.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) said.put(line.substring(0, equals), line.substring(equals + 1));
    }
    String width = said.getOrDefault("pointer-width", "");
    if (!said.containsKey("implementation") || !width.matches("32|64")) return Optional.empty();
    int pointerWidth = Integer.parseInt(width);
    return Optional.of(
        new PythonBuild(
            said.getOrDefault("implementation", ""),
            said.getOrDefault("version", ""),
            said.getOrDefault("executable", ""),
            said.getOrDefault("prefix", ""),
            architecture(said.getOrDefault("platform", ""), pointerWidth),
            pointerWidth,
            said.getOrDefault("free-threaded", "").equals("True"),
            said.getOrDefault("debug", "").equals("True"),
            said.getOrDefault("shared", "").equals("True"),
            Optional.ofNullable(said.get("library-folder")),
            Optional.ofNullable(said.get("shared-library")),
            Optional.ofNullable(said.get("headers")),
            Optional.ofNullable(said.get("import-library")),
            Optional.ofNullable(said.get("framework"))));
  }

  /**
   * Of {@code linux-x86_64}, {@code win-amd64}, {@code macosx-11.0-arm64}. On Linux that is the
   * kernel's, on which a 32-bit Python may run.
   */
  static String architecture(String platform, int pointerWidth) {
    String name = platform.substring(platform.lastIndexOf('-') + 1);
    return switch (name) {
      case "amd64", "x86_64" -> pointerWidth == 32 ? "i686" : "x86_64";
      case "win32" -> "i686";
      case "arm64", "aarch64" -> pointerWidth == 32 ? "arm" : "aarch64";
      default -> name;
    };
  }
}
