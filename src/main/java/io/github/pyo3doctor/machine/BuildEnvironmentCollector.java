package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.WrittenPath;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.CargoVariable;
import io.github.pyo3doctor.snapshot.Interpreter;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonBuild;
import io.github.pyo3doctor.snapshot.PythonConfigFile;
import io.github.pyo3doctor.snapshot.PythonLookup;
import io.github.pyo3doctor.snapshot.PythonPrograms;
import io.github.pyo3doctor.snapshot.RustPrograms;
import io.github.pyo3doctor.snapshot.RustToolchain;
import io.github.pyo3doctor.snapshot.WindowsPythons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the Pythons and tools of a machine and asks them what they are. */
final class BuildEnvironmentCollector {
  /** What is asked at once: each question waits for a program to start. */
  private static final int AT_ONCE = 8;

  private final OperatingSystem os;
  private final Map<String, String> environment;
  private final Programs programs;
  private final Programs unread;
  private final ProgramSearch search;
  private final PythonQuestions pythons;

  /**
   * @param environment variables by name, on Windows in upper case
   * @param unread programs whose answers are neither kept nor decoded: each character is a byte
   */
  BuildEnvironmentCollector(
      OperatingSystem os, Map<String, String> environment, Programs programs, Programs unread) {
    this.os = os;
    this.environment = environment;
    this.programs = programs;
    this.unread = unread;
    this.search = new ProgramSearch(os, Optional.ofNullable(environment.get("PATH")));
    this.pythons = new PythonQuestions(programs);
  }

  /**
   * @param project the project, whose {@code .cargo/config.toml} may name a Python
   * @param startedIn the folder that a build would be started in
   */
  BuildEnvironment collect(Optional<Project> project, Path startedIn) {
    List<PythonLookup> lookups = lookups(project);
    Optional<WindowsPythons> windows =
        os == OperatingSystem.WINDOWS ? Optional.of(windowsPythons()) : Optional.empty();
    List<Interpreter> interpreters =
        interpreters(lookups, project.flatMap(p -> WrittenPath.of(p.root())), windows);
    List<RustPrograms.Program> rust = new RustSearch(search, environment, home()).programs();
    boolean viaRustup = rust.stream().anyMatch(RustPrograms.Program::rustup);
    Optional<RustToolchain> toolchain =
        Rustup.of(environment, home(), viaRustup).flatMap(rustup -> rustup.toolchain(startedIn));
    BuildTools tools = new BuildTools(programs, search, toolchain);
    List<Optional<BuildTool>> named =
        each(
            List.of("rustc", "cargo", "maturin"),
            name -> name.equals("maturin") ? tools.onPath(name) : tools.rust(name));
    List<BuildTool> found =
        Stream.concat(named.stream().flatMap(Optional::stream), packages(lookups)).toList();
    List<PythonConfigFile> configFiles =
        values(project, "PYO3_CONFIG_FILE").stream().map(PythonConfigFiles::read).toList();
    return new BuildEnvironment(
        lookups,
        configFiles,
        interpreters,
        toolchain,
        found,
        named.getFirst().flatMap(tools::host),
        Optional.of(new RustPrograms(rust, named.getFirst().map(tools::targets).orElse(List.of()))),
        project.map(each -> new DotVenvs(os).of(each)).orElse(List.of()),
        windows);
  }

  private WindowsPythons windowsPythons() {
    return new WindowsPythons(
        new WindowsRegistry(unread, environment).pythons(),
        new PyLauncher(search, environment).find());
  }

  /**
   * Everything that the build script could start, whichever it is for this PyO3 and these features.
   */
  private List<PythonLookup> lookups(Optional<Project> project) {
    Set<String> programs = new LinkedHashSet<>(values(project, "PYO3_PYTHON"));
    programs.addAll(named().values());
    programs.addAll(PythonPrograms.ON_PATH);
    return each(List.copyOf(programs), this::lookup);
  }

  /** What the environment and the project's configuration of Cargo give a variable. */
  private Set<String> values(Optional<Project> project, String name) {
    Set<String> values = new LinkedHashSet<>();
    variable(name).ifPresent(values::add);
    for (CargoConfig config : project.map(Project::cargoConfigs).orElse(List.of())) {
      for (CargoVariable variable : config.variables()) {
        if (variable.name().equals(name)) {
          values.add(config.handsOver(variable, project.get().root()));
        }
      }
    }
    return values;
  }

  /** The Pythons that the environment names, by the variable that does. */
  private Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    variable("PYO3_PYTHON").ifPresent(program -> named.put("PYO3_PYTHON", program));
    variable("VIRTUAL_ENV")
        .map(folder -> PythonPrograms.ofVirtualEnvironment(os, folder))
        .ifPresent(program -> named.put("VIRTUAL_ENV", program));
    variable("CONDA_PREFIX")
        .map(folder -> PythonPrograms.ofConda(os, folder))
        .ifPresent(program -> named.put("CONDA_PREFIX", program));
    return named;
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  private PythonLookup lookup(String program) {
    ProgramSearch.Found found = search.find(program);
    PythonAnswer answer = found.file().map(pythons::ask).orElse(PythonAnswer.NONE);
    return new PythonLookup(
        program,
        found.file().map(Path::toString),
        List.copyOf(found.passedOver()),
        answer.says(),
        answer.build(),
        answer.trouble(),
        answer.unasked());
  }

  private List<Interpreter> interpreters(
      List<PythonLookup> lookups, Optional<Path> project, Optional<WindowsPythons> windows) {
    Map<Path, String> named = new LinkedHashMap<>();
    for (PythonLookup lookup : lookups) {
      if (!PythonPrograms.ON_PATH.contains(lookup.program())) {
        lookup.file().map(Path::of).ifPresent(file -> named.put(file, reason(lookup.program())));
      }
    }
    List<InterpreterPlaces.Place> places =
        new InterpreterPlaces(os, environment, search.folders())
            .find(named, project, windows.map(WindowsPythons::registered).orElse(List.of()));
    return each(places, this::interpreter);
  }

  private String reason(String program) {
    return named().entrySet().stream()
        .filter(entry -> entry.getValue().equals(program))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(".cargo/config.toml");
  }

  private Interpreter interpreter(InterpreterPlaces.Place place) {
    PythonAnswer answer =
        onDisk(place).map(PythonAnswer::of).orElseGet(() -> pythons.ask(place.file()));
    return new Interpreter(
        place.file().toString(),
        List.copyOf(place.foundBy()),
        place.environment().map(Path::toString),
        answer.build(),
        answer.trouble().or(answer::unasked));
  }

  private Optional<PythonBuild> onDisk(InterpreterPlaces.Place place) {
    return os == OperatingSystem.LINUX && place.environment().isEmpty()
        ? PythonOnDisk.read(place.file())
        : Optional.empty();
  }

  /** In the Pythons that a build could take, each once though several names lead to it. */
  private static Stream<BuildTool> packages(List<PythonLookup> lookups) {
    Map<String, BuildTool> found = new LinkedHashMap<>();
    for (PythonLookup lookup : lookups) {
      lookup
          .build()
          .map(build -> Path.of(build.executable()))
          .ifPresent(
              python ->
                  Optional.ofNullable(python.getParent())
                      .map(Path::getParent)
                      .map(home -> BuildTools.packages(home, python.toString()))
                      .ifPresent(
                          tools -> tools.forEach(each -> found.putIfAbsent(each.place(), each))));
    }
    return found.values().stream();
  }

  private Optional<Path> home() {
    return variable(os == OperatingSystem.WINDOWS ? "USERPROFILE" : "HOME")
        .flatMap(WrittenPath::of);
  }

  /** The answers in the order of the questions, several asked at a time. */
  private static <Q, A> List<A> each(List<Q> questions, Function<Q, A> ask) {
    List<A> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<CompletableFuture<A>> asked =
          questions.stream()
              .map(question -> CompletableFuture.supplyAsync(() -> ask.apply(question), threads))
              .toList();
      asked.forEach(each -> answers.add(each.join()));
    }
    return List.copyOf(answers);
  }
}
