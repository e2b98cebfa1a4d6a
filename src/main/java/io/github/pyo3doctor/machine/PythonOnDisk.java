package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.snapshot.PythonBuild;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a CPython on Linux would say of itself if it were asked, read from what its build left
 * beside it: {@code _sysconfigdata….py}, where its own module {@code sysconfig} looks it up, and
 * {@code patchlevel.h}. Only of one that lies where it was built for, with its headers; of any
 * other nothing is said, and it has to be asked. Starting a Python takes longer than reading a
 * hundred source files, and a machine may have a dozen.
 */
final class PythonOnDisk {
  private static final Pattern PROGRAM = Pattern.compile("python([23]\\.\\d+)t?");
  private static final int LONGEST = 1 << 20;

  /** Those that the kernel calls the same; others it may call otherwise. */
  private static final Pattern PROCESSOR = Pattern.compile("(x86_64|aarch64|riscv64|s390x)-.*");

  /** A line of the one dictionary: a number, or a text without an escape or a second line. */
  private static final Pattern VARIABLE =
      Pattern.compile("(?:build_time_vars = \\{| +)'(\\w+)': (?:'([^'\\\\]*)'|(\\d+))[,}]");

  private static final Set<String> ASKED_FOR =
      Set.of(
          "prefix",
          "HOST_GNU_TYPE",
          "INCLUDEPY",
          "INSTSONAME",
          "LDLIBRARY",
          "LDVERSION",
          "LIBDIR",
          "LIBPL",
          "MULTIARCH",
          "Py_DEBUG",
          "Py_ENABLE_SHARED",
          "Py_GIL_DISABLED",
          "SIZEOF_VOID_P");

  private final Path program;
  private final Path prefix;
  private final Map<String, String> variables;

  private PythonOnDisk(Path program, Path prefix, Map<String, String> variables) {
    this.program = program;
    this.prefix = prefix;
    this.variables = variables;
  }

  /**
   * Reads what lies beside a program.
   *
   * @param program the file that starts a Python of no virtual environment
   * @return nothing when that does not tell plainly what the program would say
   */
  static Optional<PythonBuild> read(Path program) {
    try {
      Path real = program.toRealPath();
      Path bin = real.getParent();
      Matcher name = PROGRAM.matcher(real.getFileName().toString());
      if (!name.matches() || !bin.endsWith("bin") || !bin.equals(program.getParent())) {
        return Optional.empty();
      }
      if (!Files.isExecutable(real) || ProgramSearch.isScript(real))
        return Optional.empty(); // it may start another
      Path prefix = bin.getParent();
      Path library = prefix.resolve("lib").resolve(real.getFileName());
      if (!Files.isRegularFile(library.resolve("os.py"))) return Optional.empty();
      Map<String, String> variables = variables(library);
      return variables.getOrDefault("prefix", "").equals(prefix.toString())
          ? new PythonOnDisk(program, prefix, variables).build(name.group(1))
          : Optional.empty();
    } catch (IOException
        | UnreadableFileException
        | InvalidPathException
        | DirectoryIteratorException e) {
      return Optional.empty();
    }
  }

  /** Of the one file that holds them; of several, none. */
  private static Map<String, String> variables(Path library)
      throws IOException, UnreadableFileException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> named = Files.newDirectoryStream(library, "_sysconfigdata*.py")) {
      named.forEach(files::add);
    }
    if (files.size() != 1) return Map.of();
    Map<String, String> variables = new HashMap<>();
    for (String line : TextFiles.read(files.getFirst(), LONGEST).lines().toList()) {
      Matcher variable = VARIABLE.matcher(line);
      if (variable.lookingAt() && ASKED_FOR.contains(variable.group(1))) {
        variables.put(variable.group(1), variable.group(variable.group(2) != null ? 2 : 3));
      }
    }
    return variables;
  }

  private Optional<PythonBuild> build(String series) throws UnreadableFileException {
    Path headers = Path.of(variables.getOrDefault("INCLUDEPY", ""));
    boolean understood =
        variables.getOrDefault("SIZEOF_VOID_P", "").equals("8")
            && PROCESSOR.matcher(variables.getOrDefault("HOST_GNU_TYPE", "")).matches()
            && Stream.of("LIBDIR", "Py_DEBUG", "Py_ENABLE_SHARED").allMatch(variables::containsKey)
            && headers.startsWith(prefix)
            && Files.isRegularFile(headers.resolve("Python.h"));
    if (!understood) return Optional.empty();
    Optional<String> version =
        defined(headers.resolve("patchlevel.h"), "PY_VERSION")
            .filter(each -> each.startsWith(series + "."));
    return version
        .map(each -> build(each, headers))
        .filter(build -> build.sharedLibrary().isPresent() || !isSet("Py_ENABLE_SHARED"));
  }

  private static Optional<String> defined(Path header, String name) throws UnreadableFileException {
    Matcher line =
        Pattern.compile("(?m)^#define\\s+" + name + "\\s+\"([^\"]+)\"")
            .matcher(TextFiles.read(header, LONGEST));
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }

  private PythonBuild build(String version, Path headers) {
    boolean conda = Files.exists(prefix.resolve("conda-meta"));
    int pointerWidth = 64;
    return new PythonBuild(
        "CPython",
        version,
        program.toString(),
        prefix.toString(),
        PythonQuestions.architecture(
            variables.get("HOST_GNU_TYPE").replaceFirst("-.*", ""), pointerWidth),
        pointerWidth,
        isSet("Py_GIL_DISABLED"),
        isSet("Py_DEBUG"),
        isSet("Py_ENABLE_SHARED") || conda,
        Optional.of(variables.get("LIBDIR")),
        sharedLibrary(conda),
        Optional.of(headers.toString()),
        Optional.empty(),
        Optional.empty());
  }

  private boolean isSet(String variable) {
    return !variables.getOrDefault(variable, "0").equals("0");
  }

  /** As the question does it: {@code about.py}. */
  private Optional<String> sharedLibrary(boolean conda) {
    Path named = Path.of(variables.get("LIBDIR"));
    List<Path> folders =
        List.of(
            named,
            named.resolve(variables.getOrDefault("MULTIARCH", "")),
            Path.of(variables.getOrDefault("LIBPL", "")),
            prefix.resolve("lib"),
            prefix.resolve("bin"));
    List<String> names =
        Stream.concat(
                Stream.of("INSTSONAME", "LDLIBRARY")
                    .map(variable -> variables.getOrDefault(variable, ""))
                    .filter(name -> !name.isEmpty() && !name.endsWith(".a")),
                conda
                    ? Stream.of("libpython" + variables.getOrDefault("LDVERSION", "") + ".so")
                    : Stream.of())
            .toList();
    return folders.stream()
        .filter(folder -> !folder.toString().isEmpty())
        .flatMap(folder -> names.stream().map(folder::resolve))
        .filter(Files::isRegularFile)
        .map(Path::toString)
        .findFirst();
  }
}
