package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.checks.PythonChoice;
import io.github.pyo3doctor.checks.PythonChoices;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.project.CollectProgress;
import io.github.pyo3doctor.project.ProjectCollector;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonBuild;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds small crates with the real PyO3 under many environments and compares the Python that its
 * build script takes, as {@code PYO3_PRINT_CONFIG=1} prints it, with the one we expect. Runs with
 * {@code -Ddifferential=true} where Cargo and the Pythons of pyenv are; {@code -Dbless=true} writes
 * {@code docs/python-choice.md}.
 */
@EnabledIfSystemProperty(named = "differential", matches = "true")
class PythonChoiceAgainstPyo3Test {
  private static final List<String> RELEASES = List.of("0.22.6", "0.28.3", "0.29.3", "0.30.1");
  private static final Path TABLE = Path.of("docs/python-choice.md");
  private static final Path HOME = Path.of(System.getProperty("user.home"));
  private static final Path PYENV =
      Path.of(System.getenv().getOrDefault("PYENV_ROOT", HOME + "/.pyenv"));

  /** For the version that the files of a PYO3_CROSS_LIB_DIR tell, which we do not read. */
  private static final String NOT_TOLD = "?";

  private static final Path TOOLCHAIN = toolchain();

  /**
   * What each error of PyO3's build script is called here. A program that ends without reading its
   * script is told by either of two errors, as luck will have it.
   */
  private static final Map<String, PythonChoice.Failure> ERRORS = errors();

  private static Map<String, PythonChoice.Failure> errors() {
    Map<String, PythonChoice.Failure> errors = new LinkedHashMap<>();
    errors.put("Broken pipe", PythonChoice.Failure.NO_ANSWER);
    errors.put("Python script failed", PythonChoice.Failure.NO_ANSWER);
    errors.put("broken Python interpreter", PythonChoice.Failure.NO_ANSWER);
    errors.put("no Python 3.x interpreter found", PythonChoice.Failure.NOTHING_FOUND);
    errors.put("failed to run the Python interpreter", PythonChoice.Failure.NOT_STARTED);
    errors.put("PYO3_CONFIG_FILE", PythonChoice.Failure.CONFIG_FILE);
    errors.put("PyO3 config file", PythonChoice.Failure.CONFIG_FILE);
    errors.put("An abi3-py3* feature must be specified", PythonChoice.Failure.NOT_TOLD);
    errors.put("Neither abi3 or abi3t", PythonChoice.Failure.NOT_TOLD);
    errors.put("PYO3_CROSS_PYTHON_VERSION or", PythonChoice.Failure.NOT_TOLD);
    errors.put("cannot set a minimum Python version", PythonChoice.Failure.OLDER_THAN_ABI3);
    return errors;
  }

  @TempDir private Path folder;

  /**
   * One line of the table.
   *
   * @param name what is set up
   * @param features of PyO3
   * @param cargoConfig the project's {@code .cargo/config.toml}; empty for none
   * @param environment what is set besides what every build needs
   */
  private record Row(
      String name, List<String> features, String cargoConfig, Map<String, String> environment) {}

  /** What became of one build, and what we expected. */
  private record Built(String release, Row row, String theirs, String ours) {
    /**
     * Python guesses {@code sys.executable} from the name it was started by and {@code PATH}. Where
     * that misleads it, we know the file better.
     */
    boolean agrees() {
      boolean guessed = row.name().contains("without its shell") || row.name().contains("not set");
      if (guessed) return withoutExecutable(ours).equals(withoutExecutable(theirs));
      return ours.endsWith(NOT_TOLD)
          ? theirs.startsWith(ours.substring(0, ours.length() - NOT_TOLD.length()))
          : ours.equals(theirs);
    }

    private static String withoutExecutable(String result) {
      return result.replaceFirst("^([^,]*), [^,]*,", "$1,");
    }
  }

  private final List<Row> rows = new ArrayList<>();

  /**
   * What is seen under the environment of a row, by its name, where the project has no part in it.
   */
  private final Map<String, Machine> seen = new ConcurrentHashMap<>();

  @Test
  void theBuildScriptTakesThePythonWeExpect() throws Exception {
    assumeTrue(Files.isDirectory(PYENV.resolve("versions/3.11.7")), "needs the Pythons of pyenv");
    setUp();
    Map<String, List<String>> table = new LinkedHashMap<>();
    List<String> differences = new ArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<List<Built>>> built =
          RELEASES.stream().map(release -> threads.submit(() -> build(release))).toList();
      for (Future<List<Built>> each : built) {
        for (Built one : each.get()) {
          table.computeIfAbsent(one.row().name(), _ -> new ArrayList<>()).add(one.theirs());
          if (!one.agrees()) differences.add(one.toString());
        }
      }
    }
    if (Boolean.getBoolean("bless")) Files.writeString(TABLE, document(table));

    assertThat(differences).as("%d builds", RELEASES.size() * rows.size()).isEmpty();
    assertThat(Files.readString(TABLE)).isEqualTo(document(table));
  }

  private List<Built> build(String release) throws Exception {
    List<Built> built = new ArrayList<>();
    for (Row row : rows) {
      Map<String, String> environment = new HashMap<>(usual());
      environment.putAll(row.environment());
      Path project = project(release, row);
      Project read = new ProjectCollector().collect(project, CollectProgress.NONE);
      Machine machine =
          row.cargoConfig().isEmpty()
              ? seen.computeIfAbsent(row.name(), _ -> look(environment, project, read))
              : look(environment, project, read);
      String theirs = theirs(release, project, environment);
      built.add(new Built(release, row, theirs, ours(project, read, machine)));
    }
    return built;
  }

  private static Machine look(Map<String, String> environment, Path project, Project read) {
    return MachineCollector.ofThisMachine(environment, Optional.empty())
        .collect(Optional.of(project), Optional.of(read), _ -> {});
  }

  // What is laid out.

  private void setUp() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path only2 = link("only2", "python", python("2.7.18"));
    Path only3 = link("only3", "python3", python("3.9.18"));
    Path two = link("two", "python", python("2.7.18"));
    link("two", "python3", python("3.12.1"));
    Path older = link("older", "python", python("3.6.15"));
    Path newer = link("newer", "python", python("3.13.0"));
    link("newer", "python3.12", python("3.12.1"));
    Path dangling = link("dangling", "python", Path.of("/gone/python"));
    Path noScript = script("noscript", "python", "#!/gone/bash\n");
    Path noPermission = script("nopermission", "python", "#!/bin/sh\n");
    Files.setPosixFilePermissions(
        noPermission.resolve("python"), PosixFilePermissions.fromString("rw-r--r--"));
    Path talker =
        script("talker", "python", "#!/bin/sh\n[ \"$1\" = --version ] && echo 'Python 3.8.0'\n");
    Path liar = script("liar", "python", "#!/bin/sh\necho 'Python 3.8.0'; exit 1\n");
    Path silent = script("silent", "python", "#!/bin/sh\nexit 1\n");
    Path shims = PYENV.resolve("shims");
    Path venv = folder.resolve("venv");
    run(python("3.12.1").toString(), "-m", "venv", "--without-pip", venv.toString());
    Path broken = link("broken/bin", "python", Path.of("/gone/python")).getParent();
    Path conda = link("conda/bin", "python", python("3.10.13")).getParent();
    Path config =
        Files.writeString(
            folder.resolve("config.txt"), "implementation=CPython\nversion=3.9\nshared=true\n");
    Path halfConfig = Files.writeString(folder.resolve("half.txt"), "shared=true\n");

    path("pyenv's shims on PATH", shims);
    path("python is Python 2, python3 is 3.12", two);
    path("python is Python 2, no python3", only2);
    path("no python, python3 is 3.9", only3);
    path("no Python on PATH", empty);
    path("3.13 before 3.6 on PATH", newer, older);
    path("3.6 before 3.13 on PATH", older, newer);
    path("a dangling link before 3.13 on PATH", dangling, newer);
    path("a script without its shell before 3.13 on PATH", noScript, newer);
    path("a file that may not be run before 3.13 on PATH", noPermission, newer);
    path("Python 2 before 3.13 on PATH", only2, newer);
    path("a python that fails before 3.13 on PATH, python3 behind", silent, newer, only3);
    path("a python that only tells a version", talker, only3);
    path("a python that tells a version and fails", liar, only3);
    row("PATH is not set", List.of(), "", env -> env.remove("PATH"));
    row("PATH is empty", List.of(), "", env -> env.put("PATH", ""));
    for (String version : List.of("3.12.1", "3.9", "2.7.18", "2.7.18:3.10.13", "3.99", "system")) {
      row(
          "pyenv's shims, PYENV_VERSION=" + version,
          List.of(),
          "",
          env -> {
            env.put("PATH", path(List.of(shims, Path.of("/usr/bin"), Path.of("/bin"))));
            env.put("PYENV_VERSION", version);
          });
    }

    set("PYO3_PYTHON is a path", newer, "PYO3_PYTHON", python("3.8.18"));
    set("PYO3_PYTHON is 3.6", newer, "PYO3_PYTHON", python("3.6.15"));
    set("PYO3_PYTHON is Python 2", newer, "PYO3_PYTHON", python("2.7.18"));
    set("PYO3_PYTHON is missing", newer, "PYO3_PYTHON", "/gone/python");
    set("PYO3_PYTHON is a name on PATH", newer, "PYO3_PYTHON", "python3.12");
    set("PYO3_PYTHON is a name that is not on PATH", newer, "PYO3_PYTHON", "python3.77");
    set("PYO3_PYTHON is a relative path", newer, "PYO3_PYTHON", "newer/python");
    set("PYO3_PYTHON is a folder", newer, "PYO3_PYTHON", folder);
    set("PYO3_PYTHON is empty", newer, "PYO3_PYTHON", "");
    set("PYO3_PYTHON is no Python", newer, "PYO3_PYTHON", "/bin/false");
    set("PYO3_PYTHON is pyenv's shim", newer, "PYO3_PYTHON", shims.resolve("python3"));
    if (Files.isExecutable(Path.of("/usr/bin/pypy3"))) {
      set("PYO3_PYTHON is PyPy 3.9", newer, "PYO3_PYTHON", "/usr/bin/pypy3");
    }
    set("VIRTUAL_ENV is a virtual environment", newer, "VIRTUAL_ENV", venv);
    set("VIRTUAL_ENV ends in a slash", newer, "VIRTUAL_ENV", venv + "/");
    set("VIRTUAL_ENV is missing", newer, "VIRTUAL_ENV", "/gone/venv");
    set("VIRTUAL_ENV has lost its Python", newer, "VIRTUAL_ENV", broken);
    set("VIRTUAL_ENV is empty", newer, "VIRTUAL_ENV", "");
    set("CONDA_PREFIX is a folder with a Python", newer, "CONDA_PREFIX", conda);
    set("CONDA_PREFIX is missing", newer, "CONDA_PREFIX", "/gone/conda");
    set("CONDA_PREFIX is empty", newer, "CONDA_PREFIX", "");
    both("VIRTUAL_ENV and CONDA_PREFIX", newer, venv.toString(), conda.toString());
    both("VIRTUAL_ENV and CONDA_PREFIX, equal", newer, venv.toString(), venv.toString());
    both("VIRTUAL_ENV and an empty CONDA_PREFIX", newer, venv.toString(), "");
    both(
        "VIRTUAL_ENV and CONDA_PREFIX, no Python on PATH",
        empty,
        venv.toString(),
        conda.toString());
    row(
        "PYO3_PYTHON and VIRTUAL_ENV",
        List.of(),
        "",
        env -> {
          env.put("PYO3_PYTHON", python("3.8.18").toString());
          env.put("VIRTUAL_ENV", venv.toString());
        });

    set("PYO3_CONFIG_FILE", newer, "PYO3_CONFIG_FILE", config);
    set("PYO3_CONFIG_FILE is missing", newer, "PYO3_CONFIG_FILE", "/gone/config.txt");
    set("PYO3_CONFIG_FILE is a relative path", newer, "PYO3_CONFIG_FILE", "config.txt");
    set("PYO3_CONFIG_FILE without a version", newer, "PYO3_CONFIG_FILE", halfConfig);
    set("PYO3_CONFIG_FILE is empty", newer, "PYO3_CONFIG_FILE", "");
    row(
        "PYO3_CONFIG_FILE and PYO3_PYTHON",
        List.of(),
        "",
        env -> {
          env.put("PYO3_CONFIG_FILE", config.toString());
          env.put("PYO3_PYTHON", "/gone/python");
        });

    List<String> abi3 = List.of("abi3-py39");
    List<String> module = List.of("abi3-py39", "extension-module");
    set("PYO3_NO_PYTHON=1", newer, "PYO3_NO_PYTHON", "1");
    row("PYO3_NO_PYTHON=0, abi3-py39", abi3, "", env -> env.put("PYO3_NO_PYTHON", "0"));
    row("PYO3_NO_PYTHON=, abi3", List.of("abi3"), "", env -> env.put("PYO3_NO_PYTHON", ""));
    row("abi3-py39", abi3, "", env -> env.put("PATH", newer.toString()));
    row(
        "abi3-py310 and Python 3.9",
        List.of("abi3-py310"),
        "",
        env -> {
          env.put("PATH", only3.toString());
        });
    row(
        "abi3-py39 and abi3-py310",
        List.of("abi3-py310", "abi3-py39"),
        "",
        env -> {
          env.put("PATH", newer.toString());
        });
    row("abi3-py39, no Python on PATH", abi3, "", env -> env.put("PATH", empty.toString()));
    row(
        "abi3-py39 and extension-module, no Python on PATH",
        module,
        "",
        env -> {
          env.put("PATH", empty.toString());
        });
    row(
        "abi3 and extension-module, no Python on PATH",
        List.of("abi3", "extension-module"),
        "",
        env -> env.put("PATH", empty.toString()));
    row(
        "extension-module, no Python on PATH",
        List.of("extension-module"),
        "",
        env -> {
          env.put("PATH", empty.toString());
        });
    row(
        "abi3-py39 and PYO3_BUILD_EXTENSION_MODULE=0, no Python on PATH",
        abi3,
        "",
        env -> {
          env.put("PATH", empty.toString());
          env.put("PYO3_BUILD_EXTENSION_MODULE", "0");
        });
    row(
        "abi3-py39 and extension-module, VIRTUAL_ENV is missing",
        module,
        "",
        env -> {
          env.put("VIRTUAL_ENV", "/gone/venv");
        });
    row(
        "abi3-py310 and extension-module, Python 3.9",
        List.of("abi3-py310", "extension-module"),
        "",
        env -> env.put("PATH", only3.toString()));

    set("PYO3_CROSS=0", newer, "PYO3_CROSS", "0");
    set("PYO3_CROSS_PYTHON_VERSION", newer, "PYO3_CROSS_PYTHON_VERSION", "3.10");
    set("PYO3_CROSS_PYTHON_VERSION, no Python on PATH", empty, "PYO3_CROSS_PYTHON_VERSION", "3.10");
    row("PYO3_CROSS, abi3-py39", abi3, "", env -> env.put("PYO3_CROSS", "1"));
    row(
        "PYO3_CROSS and PYO3_PYTHON is missing, abi3-py39",
        abi3,
        "",
        env -> {
          env.put("PYO3_CROSS", "1");
          env.put("PYO3_PYTHON", "/gone/python");
        });
    set("PYO3_CROSS_LIB_DIR", newer, "PYO3_CROSS_LIB_DIR", PYENV.resolve("versions/3.10.13/lib"));

    String named = "[env]\nPYO3_PYTHON = \"" + python("3.7.16") + "\"\n";
    row("PYO3_PYTHON in .cargo/config.toml", List.of(), named, _ -> {});
    row(
        "PYO3_PYTHON in .cargo/config.toml and in the environment",
        List.of(),
        named,
        env -> {
          env.put("PYO3_PYTHON", python("3.8.18").toString());
        });
    String forced =
        "[env]\nPYO3_PYTHON = { value = \"%s\", force = true }\n".formatted(python("3.7.16"));
    row(
        "PYO3_PYTHON by force in .cargo/config.toml and in the environment",
        List.of(),
        forced,
        env -> env.put("PYO3_PYTHON", python("3.8.18").toString()));
    String relative = "[env]\nPYO3_PYTHON = { value = \"near/python\", relative = true }\n";
    row("PYO3_PYTHON relative in .cargo/config.toml", List.of(), relative, _ -> {});
  }

  private void row(
      String name, List<String> features, String config, Consumer<Map<String, String>> change) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", folder.resolve("newer").toString());
    change.accept(environment);
    rows.add(new Row(name, features, config, environment));
  }

  private void path(String name, Path... folders) {
    List<Path> all = new ArrayList<>(List.of(folders));
    // Scripts need a shell's own tools, wherever those lie that have no Python beside them.
    boolean shims = all.stream().anyMatch(each -> each.endsWith("shims"));
    if (shims) all.addAll(List.of(Path.of("/usr/bin"), Path.of("/bin")));
    row(name, List.of(), "", env -> env.put("PATH", path(all)));
  }

  private static String path(List<Path> folders) {
    return String.join(":", folders.stream().map(Path::toString).toList());
  }

  private void set(String name, Path path, String variable, Object value) {
    row(
        name,
        List.of(),
        "",
        env -> {
          boolean shims = value.toString().contains("shims");
          env.put("PATH", path + (shims ? ":/usr/bin:/bin" : ""));
          env.put(variable, value.toString());
        });
  }

  private void both(String name, Path path, String venv, String conda) {
    row(
        name,
        List.of(),
        "",
        env -> {
          env.put("PATH", path.toString());
          env.put("VIRTUAL_ENV", venv);
          env.put("CONDA_PREFIX", conda);
        });
  }

  private Path link(String directory, String name, Path target) throws IOException {
    Path in = Files.createDirectories(folder.resolve(directory));
    Files.createSymbolicLink(in.resolve(name), target);
    return in;
  }

  private Path script(String directory, String name, String text) throws IOException {
    Path in = Files.createDirectories(folder.resolve(directory));
    Path file = Files.writeString(in.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return in;
  }

  private static Path python(String version) {
    String name = version.startsWith("2") ? "python2" : "python3";
    return PYENV.resolve("versions").resolve(version).resolve("bin").resolve(name);
  }

  // What PyO3 does.

  private Path project(String release, Row row) throws IOException, InterruptedException {
    String kind = row.features().isEmpty() ? "plain" : String.join("+", row.features());
    if (!row.cargoConfig().isEmpty()) kind += "-" + Math.floorMod(row.cargoConfig().hashCode(), 97);
    Path project = folder.resolve("projects").resolve(release).resolve(kind);
    if (Files.exists(project)) return project;
    Files.createDirectories(project.resolve("src"));
    Files.writeString(project.resolve("src/lib.rs"), "");
    Files.writeString(
        project.resolve("Cargo.toml"),
        """
        [package]
        name = "harbour"
        version = "0.1.0"
        edition = "2021"

        [dependencies]
        pyo3 = { version = "=%s", features = [%s] }
        """
            .formatted(
                release,
                String.join(", ", row.features().stream().map(f -> "\"" + f + "\"").toList())));
    if (!row.cargoConfig().isEmpty()) {
      Files.createDirectories(project.resolve(".cargo"));
      Files.writeString(project.resolve(".cargo/config.toml"), row.cargoConfig());
      Files.createDirectories(project.resolve("near"));
      Files.createSymbolicLink(project.resolve("near/python"), python("3.10.13"));
    }
    // Compiles the build scripts, for which the linker has to be on PATH.
    cargo(
        release,
        project,
        Map.of("PATH", "/usr/bin:/bin", "PYO3_PYTHON", python("3.11.7").toString()));
    return project;
  }

  private String theirs(String release, Path project, Map<String, String> environment)
      throws IOException, InterruptedException {
    String said = cargo(release, project, environment);
    int from = said.indexOf("-- PYO3_PRINT_CONFIG=1 is set");
    if (from < 0) {
      String errors = said.substring(Math.max(0, said.indexOf("--- stderr")));
      return ERRORS.entrySet().stream()
          .filter(error -> errors.contains(error.getKey()))
          .map(error -> "stops: " + error.getValue())
          .findFirst()
          .orElse("said " + said);
    }
    Map<String, String> config = new HashMap<>();
    said.substring(from)
        .lines()
        .map(line -> line.strip().split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> config.put(pair[0], pair[1]));
    if (!config.containsKey("executable")) {
      return "asks no Python, builds for " + config.get("implementation") + " " + version(config);
    }
    return asked(
        config.get("implementation"),
        version(config),
        config.get("executable"),
        config.get("shared").equals("true"),
        config.get("pointer_width"),
        Optional.ofNullable(config.get("lib_dir")));
  }

  /**
   * What it is built for; from 0.29 on the version of the Python that is asked stands beside it.
   */
  private static String version(Map<String, String> config) {
    return config.getOrDefault("target_abi", config.get("version")).replaceFirst(".*-", "");
  }

  private String asked(
      String implementation,
      String version,
      String executable,
      boolean shared,
      String width,
      Optional<String> libraries) {
    return "%s %s, %s, %s, %s bit, %s"
        .formatted(
            implementation,
            version,
            executable,
            shared ? "shared" : "static",
            width,
            libraries.orElse("no folder of libraries"));
  }

  private String cargo(String release, Path project, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder cargo =
        new ProcessBuilder(
                TOOLCHAIN.resolve("bin/cargo").toString(),
                "check",
                "--keep-going",
                "-p",
                "pyo3-ffi")
            .directory(project.toFile())
            .redirectErrorStream(true);
    cargo.environment().clear();
    cargo.environment().putAll(environment);
    cargo.environment().put("HOME", HOME.toString());
    cargo.environment().put("RUSTC", TOOLCHAIN.resolve("bin/rustc").toString());
    cargo
        .environment()
        .put("CARGO_TARGET_DIR", folder.resolve("target").resolve(release).toString());
    // What PATH leads to is what is tried, and has no linker.
    cargo.environment().put("RUSTFLAGS", "-Clinker=/usr/bin/cc");
    // Has the script run anew: a change that PyO3 does not look at, PYENV_VERSION, goes unnoticed.
    cargo.environment().put("PYO3_ENVIRONMENT_SIGNATURE", environment.toString());
    cargo.environment().put("PYO3_PRINT_CONFIG", "1");
    Process process = cargo.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private Map<String, String> usual() {
    return Map.of("HOME", HOME.toString(), "PYENV_ROOT", PYENV.toString());
  }

  // What we expect.

  private String ours(Path project, Project read, Machine machine) {
    Snapshot snapshot = new Snapshot(Snapshot.SCHEMA_VERSION, "test", Optional.of(read), machine);
    List<PythonChoices.Of> choices = new PythonChoices(new Libraries().facts()).of(snapshot);
    assertThat(choices).hasSize(1);
    Optional<String> oldest =
        Stream.of("39", "310")
            .filter(minor -> project.getFileName().toString().contains("abi3-py" + minor))
            .map(minor -> "3." + minor.substring(1))
            .findFirst();
    return switch (choices.getFirst().choice().result()) {
      case PythonChoice.Result.Asked(String _, PythonBuild build) ->
          asked(
              build.implementation(),
              oldest
                  .filter(_ -> build.implementation().equals("CPython"))
                  .orElse(build.version().replaceFirst("^(\\d+\\.\\d+).*", "$1")),
              build.executable(),
              build.shared(),
              String.valueOf(build.pointerWidth()),
              build.libraryFolder());
      case PythonChoice.Result.Described(String _, String python) ->
          "asks no Python, builds for " + python;
      case PythonChoice.Result.StableAbi(String python) ->
          "asks no Python, builds for CPython " + python;
      case PythonChoice.Result.Cross(String _, Optional<String> python) ->
          "asks no Python, builds for CPython " + python.orElse(NOT_TOLD);
      case PythonChoice.Result.Fails(PythonChoice.Failure why, String _) -> "stops: " + why;
      case PythonChoice.Result.Open(String reason) -> "could not tell: " + reason;
    };
  }

  // The table.

  private String document(Map<String, List<String>> table) {
    StringBuilder text = new StringBuilder();
    text.append("# Which Python PyO3 takes\n\n");
    text.append(
        """
        What PyO3's build script really took, as `PYO3_PRINT_CONFIG=1` printed it, for %d environments and %d releases. PyO3 Doctor's
        `check` expects the same in all %d builds: implementation, version, `sys.executable`, shared or static, pointer width and folder of
        libraries, or why the build stops; only which version a PYO3_CROSS_LIB_DIR holds it does not tell. `./mvnw test -Dtest=PythonChoiceAgainstPyo3Test -Ddifferential=true` builds them again (Linux, with
        pyenv's 2.7.18, 3.6.15 to 3.13.0), with `-Dbless=true` it writes this page anew.

        Where nothing else is said, Python 3.13.0 is the only one on `PATH`. `(shared)` and the like are left out where they are the same.

        """
            .formatted(table.size(), RELEASES.size(), table.size() * RELEASES.size()));
    text.append("| environment | ").append(String.join(" | ", RELEASES)).append(" |\n");
    text.append("| --- |").append(" --- |".repeat(RELEASES.size())).append('\n');
    table.forEach(
        (name, results) -> {
          text.append("| ").append(name).append(" |");
          boolean same = results.stream().distinct().count() == 1;
          for (int i = 0; i < results.size(); i++) {
            text.append(' ')
                .append(same && i > 0 ? "the same" : brief(results.get(i)))
                .append(" |");
          }
          text.append('\n');
        });
    return text.toString();
  }

  /** Without what depends on the machine. */
  private String brief(String result) {
    return result
        .replaceFirst(", (shared|static), .*", "")
        .replace(folder.toString(), "…")
        .replace(PYENV.resolve("versions").toString(), "~/.pyenv/versions")
        .replaceFirst("^(\\w+ \\d[^,]*), (.*)", "$1 (`$2`)")
        .replace(" (``)", ", and `sys.executable` is empty")
        .replace("stops: NOTHING_FOUND", "stops: no Python found")
        .replace("stops: NOT_STARTED", "stops: cannot be started")
        .replace("stops: NO_ANSWER", "stops: no answer")
        .replace("stops: NOT_TOLD", "stops: not told for which Python")
        .replace("stops: CONFIG_FILE", "stops: unusable file")
        .replace("stops: OLDER_THAN_ABI3", "stops: older than `abi3`");
  }

  private static Path toolchain() {
    return Rustup.of(System.getenv(), Optional.of(HOME), true)
        .flatMap(rustup -> rustup.toolchain(HOME))
        .flatMap(chosen -> chosen.folder().map(Path::of))
        .orElse(HOME);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
