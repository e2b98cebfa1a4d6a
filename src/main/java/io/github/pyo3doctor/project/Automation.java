package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Position;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What continuous integration, the scripts that it runs and task runners name. Lines are looked at
 * one by one, comments left out; what the settings mean is not evaluated.
 */
final class Automation {
  private static final Pattern FREE_THREADED =
      Pattern.compile(
          "\\b(cp|py)3\\d\\dt\\b|(?<![\\w.])(python)?3\\.\\d\\dt\\b|\\bcpython-freethreading\\b");

  /** What decides how a module is built, wherever it is said. */
  private static final List<Pattern> OPTIONS =
      List.of(
          Pattern.compile("\\bextension-module\\b"),
          Pattern.compile("\\bPYO3_BUILD_EXTENSION_MODULE\\b"),
          Pattern.compile("\\bpy[-_]limited[-_]api\\b"));

  /**
   * A script of the project's own that a line runs: {@code ./ci/test.sh}, {@code bash ci/test.sh}.
   */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?:^|[\\s;&'\"])(?:\\./|(?:bash|sh|source)\\s+(?:\\./)?)([\\w./-]+\\.sh)\\b");

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
  private static final Pattern LEFT_OUT = Pattern.compile("(?i)skip|exclude|!=");
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /** Folders of the project's own in which a service looks for its settings. */
  private static final List<String> FOLDERS = List.of(".github/workflows", ".azure-pipelines");

  static final Set<String> INTEGRATION =
      Set.of(
          ".gitlab-ci.yml",
          ".travis.yml",
          ".cirrus.yml",
          ".circleci/config.yml",
          "azure-pipelines.yml",
          "appveyor.yml",
          "tox.ini",
          "noxfile.py");

  static final Set<String> TASKS =
      Set.of(
          "Makefile",
          "makefile",
          "GNUmakefile",
          "justfile",
          "Justfile",
          ".justfile",
          "Taskfile.yml",
          "Dockerfile",
          "build.sh");

  private static final int LIMIT_BYTES = 512 * 1024;
  private static final int MOST_FILES = 200;

  private final List<Text> integration;
  private final List<Text> tasks;

  private record Text(String path, List<String> lines) {}

  private Automation(List<Text> integration, List<Text> tasks) {
    this.integration = integration;
    this.tasks = tasks;
  }

  /**
   * Reads the settings.
   *
   * @param beside further folders in which tools are set up
   */
  static Automation read(ProjectFiles files, Collection<Path> beside) {
    Set<Path> folders = new TreeSet<>(beside);
    folders.add(files.folder());
    Set<Path> integration = existing(folders, INTEGRATION);
    for (String folder : FOLDERS) {
      addYaml(files.resolve(folder), integration);
    }
    List<Text> services = texts(files, integration);
    List<Text> run = texts(files, scripts(files, services));
    return new Automation(
        Stream.concat(services.stream(), run.stream()).toList(),
        texts(files, existing(folders, TASKS)));
  }

  /** The scripts that the settings run; what those run in turn is not looked for. */
  private static Set<Path> scripts(ProjectFiles files, List<Text> services) {
    Set<Path> found = new TreeSet<>();
    for (Text service : services) {
      for (String line : service.lines()) {
        Matcher script = SCRIPT.matcher(line);
        while (script.find() && found.size() < MOST_FILES) {
          Path file = files.resolve(script.group(1));
          if (file.startsWith(files.folder())
              && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }

  private static Set<Path> existing(Set<Path> folders, Set<String> names) {
    Set<Path> found = new TreeSet<>();
    for (Path folder : folders) {
      for (String name : names) {
        Path file = folder.resolve(name);
        if (found.size() < MOST_FILES && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static void addYaml(Path folder, Set<Path> found) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.{yml,yaml}")) {
      for (Path each : entries) {
        if (found.size() < MOST_FILES && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
          found.add(each);
        }
      }
    } catch (IOException unreadable) {
      return; // as if there were none
    }
  }

  private static List<Text> texts(ProjectFiles files, Set<Path> paths) {
    List<Text> found = new ArrayList<>();
    for (Path file : paths) {
      files
          .read(file, LIMIT_BYTES)
          .ifPresent(
              text ->
                  found.add(
                      new Text(
                          files.relative(file),
                          text.lines()
                              .map(line -> COMMENT.matcher(line).replaceFirst(""))
                              .toList())));
    }
    return found;
  }

  /** The first line of each file that names a free-threaded Python to try, with the name. */
  List<Located<String>> freeThreaded() {
    return integration.stream()
        .flatMap(text -> first(text, FREE_THREADED, LEFT_OUT).stream())
        .toList();
  }

  /** The first line of each file that names each of the options. */
  List<Located<String>> buildOptions() {
    return Stream.concat(integration.stream(), tasks.stream())
        .flatMap(text -> OPTIONS.stream().flatMap(option -> first(text, option, NOTHING).stream()))
        .toList();
  }

  private static Optional<Located<String>> first(Text text, Pattern pattern, Pattern leftOut) {
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Matcher name = pattern.matcher(line);
      if (name.find() && !leftOut.matcher(line).find()) {
        Position at = new Position(i + 1, name.start() + 1);
        return Optional.of(new Located<>(name.group(), Location.in(text.path(), at)));
      }
    }
    return Optional.empty();
  }
}
