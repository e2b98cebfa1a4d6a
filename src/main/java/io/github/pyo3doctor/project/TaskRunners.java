package io.github.pyo3doctor.project;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command makes a task runner run: {@code make build}, {@code just build}, {@code nox -s
 * build}, {@code tox -e build}. One target is followed, and what it runs only as far as it stands
 * there as plain text: a condition, a variable or another runner ends it.
 */
final class TaskRunners {
  /** Whether a text may name a command of Cargo's, or run a task that does. */
  private static final Pattern RUNNING = Pattern.compile("\\b(cargo|make|just|nox|tox)\\b");

  private static final Pattern CALL =
      Pattern.compile("(make|just)( -C ([\\w./-]+))? ([\\w.-]+)|(nox|tox) -[se] ([\\w.-]+)");

  private static final Pattern CONDITION =
      Pattern.compile("(ifn?eq|ifn?def|else|endif|if|for|while|case)\\b.*");

  private static final Pattern SESSION_RUN =
      Pattern.compile(
          "session\\.run(?:_always|_install)?\\((\"[^\"$]*\"(?:,\\s*\"[^\"]*\")*).*\\)");

  private static final Pattern VARIABLE = Pattern.compile("\\$|\\{");
  private static final List<String> MAKEFILES = List.of("GNUmakefile", "makefile", "Makefile");
  private static final List<String> JUSTFILES = List.of("justfile", "Justfile", ".justfile");

  private final ProjectFiles files;

  /**
   * The lines that a task runs, and where.
   *
   * @param path the file they stand in
   * @param folder the folder they begin in
   */
  record Task(String path, Path folder, List<YamlOutline.Line> lines) {}

  TaskRunners(ProjectFiles files) {
    this.files = files;
  }

  /** Whether a file that is read for commands of Cargo's may hold any. */
  static boolean mayRunCargo(String text) {
    return RUNNING.matcher(text).find();
  }

  /**
   * The task that a command runs, if it is one that can be read.
   *
   * @param from the folder the command stands in, relative to the project's root
   */
  Optional<Task> of(String command, Path from) {
    Matcher call = CALL.matcher(command);
    if (!call.matches()) {
      return Optional.empty();
    }
    boolean elsewhere = call.group(3) != null;
    Path folder = elsewhere ? from.resolve(call.group(3)).normalize() : from;
    String runner = call.group(1) == null ? call.group(5) : call.group(1);
    return switch (runner) {
      case "make" -> recipe(MAKEFILES, folder, call.group(4));
      case "just" -> elsewhere ? Optional.empty() : recipe(JUSTFILES, folder, call.group(4));
      case "nox" -> read(List.of("noxfile.py"), folder, text -> session(text, call.group(6)));
      default -> read(List.of("tox.ini"), folder, text -> environment(text, call.group(6)));
    };
  }

  /** Reads the commands out of the lines of a file; nothing when they cannot be told. */
  private interface Reading {
    List<YamlOutline.Line> of(List<String> lines);
  }

  private Optional<Task> read(List<String> names, Path folder, Reading reading) {
    return names.stream()
        .map(name -> files.folder().resolve(folder).resolve(name))
        .filter(file -> file.startsWith(files.folder()))
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .flatMap(
            file ->
                files
                    .read(file, Manifests.LIMIT_BYTES)
                    .map(text -> reading.of(text.lines().toList()))
                    .map(lines -> new Task(files.relative(file), folder, lines)));
  }

  private Optional<Task> recipe(List<String> names, Path folder, String target) {
    return read(names, folder, text -> recipe(text, target));
  }

  /** The indented lines behind {@code target:}, in a Makefile as in a justfile. */
  private static List<YamlOutline.Line> recipe(List<String> lines, String target) {
    Pattern head = Pattern.compile("@?" + Pattern.quote(target) + "( [^:]*)?\\s*:(?![=:]).*");
    for (int i = 0; i < lines.size(); i++) {
      boolean plain = i == 0 || !lines.get(i - 1).startsWith("["); // an attribute may leave it out
      List<YamlOutline.Line> found =
          head.matcher(lines.get(i)).matches() ? indented(lines, i + 1) : List.of();
      if (!found.isEmpty()) {
        return plain ? found : List.of();
      }
    }
    return List.of();
  }

  /** The lines from one on that are indented, until one says more than to run something. */
  private static List<YamlOutline.Line> indented(List<String> lines, int from) {
    List<YamlOutline.Line> found = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i);
      String command = line.strip().replaceFirst("^[@+-]+\\s*", "");
      boolean ends = !line.isBlank() && !Character.isWhitespace(line.charAt(0));
      if (ends || command.startsWith("#!") || CONDITION.matcher(command).matches()) {
        break;
      }
      if (!command.isEmpty() && !command.startsWith("#")) {
        if (VARIABLE.matcher(command).find()) {
          break;
        }
        found.add(new YamlOutline.Line(command, i + 1, line.indexOf(command) + 1));
      }
    }
    return found;
  }

  /** The commands of {@code def name(session):} that stand on lines of their own. */
  private static List<YamlOutline.Line> session(List<String> lines, String name) {
    List<YamlOutline.Line> found = new ArrayList<>();
    Pattern head = Pattern.compile("def " + Pattern.quote(name) + "\\(\\s*session\\b.*");
    int i = 0;
    while (i < lines.size() && !head.matcher(lines.get(i)).matches()) {
      i++;
    }
    for (i++; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean ends = !line.isBlank() && !Character.isWhitespace(line.charAt(0));
      if (ends || CONDITION.matcher(line.strip()).matches()) {
        break;
      }
      Matcher run = SESSION_RUN.matcher(line.strip());
      if (run.matches()) {
        String command = run.group(1).replaceAll("\"\\s*,\\s*\"", " ").replace("\"", "");
        found.add(new YamlOutline.Line(command, i + 1, line.indexOf("session") + 1));
      }
    }
    return found;
  }

  /** The {@code commands} of {@code [testenv:name]}. */
  private static List<YamlOutline.Line> environment(List<String> lines, String name) {
    int head = lines.indexOf("[testenv:" + name + "]");
    for (int i = head + 1; head >= 0 && i < lines.size() && !lines.get(i).startsWith("["); i++) {
      String line = lines.get(i);
      if (line.startsWith("platform")) {
        return List.of();
      }
      if (line.matches("commands\\s*=\\s*")) {
        return indented(lines, i + 1);
      }
      if (line.matches("commands\\s*=.*") && !VARIABLE.matcher(line).find()) {
        int at = line.indexOf('=') + 1;
        return List.of(new YamlOutline.Line(line.substring(at).strip(), i + 1, at + 2));
      }
    }
    return List.of();
  }
}
