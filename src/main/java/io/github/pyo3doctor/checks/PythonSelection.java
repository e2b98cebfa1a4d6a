package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.PythonChoice.Failure;
import io.github.pyo3doctor.checks.PythonChoice.Result;
import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.PythonBuild;
import io.github.pyo3doctor.snapshot.PythonConfigFile;
import io.github.pyo3doctor.snapshot.PythonLookup;
import io.github.pyo3doctor.snapshot.PythonPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does what PyO3's build script does to find a Python, with what a snapshot holds. Source: {@code
 * make_interpreter_config}, {@code find_interpreter}, {@code get_env_interpreter}, {@code
 * cross_compiling_from_to} and {@code load_cross_compile_config} in {@code
 * pyo3-build-config/src/impl_.rs} of 0.20.3 to 0.30.1, {@code build.rs} of pyo3-build-config until
 * 0.28 and of pyo3-ffi from 0.29 on.
 */
final class PythonSelection {
  private static final String CONFIG_FILE = "PYO3_CONFIG_FILE";
  private static final String NO_PYTHON = "PYO3_NO_PYTHON";
  private static final String PYTHON = "PYO3_PYTHON";
  private static final String VENV = "VIRTUAL_ENV";
  private static final String CONDA = "CONDA_PREFIX";
  private static final String EXTENSION_MODULE = "PYO3_BUILD_EXTENSION_MODULE";
  private static final List<String> CROSS =
      List.of(
          "PYO3_CROSS",
          "PYO3_CROSS_LIB_DIR",
          "PYO3_CROSS_PYTHON_VERSION",
          "PYO3_CROSS_PYTHON_IMPLEMENTATION");

  private final Version crossFirstSince;
  private final Version extensionModuleVariableSince;

  PythonSelection(Facts facts) {
    crossFirstSince = version(facts, "interpreter-search.searched-by-pyo3-ffi-since");
    extensionModuleVariableSince = version(facts, "extension-module.variable-since");
  }

  private static Version version(Facts facts, String key) {
    return Version.parse(facts.version(key)).orElseThrow();
  }

  /** What a {@code cargo build} with those settings and variables takes on that machine. */
  PythonChoice choose(Pyo3Settings settings, Machine machine, BuildVariables variables) {
    if (machine.environment().isEmpty()) {
      return new PythonChoice(new Result.Open("no Python was asked"), List.of());
    }
    return new Choosing(settings, machine, machine.environment().get(), variables).choose();
  }

  /** One walk through the build script. */
  private final class Choosing {
    private final Pyo3Settings settings;
    private final OperatingSystem os;
    private final BuildEnvironment environment;
    private final BuildVariables variables;
    private final List<String> steps = new ArrayList<>();

    Choosing(
        Pyo3Settings settings,
        Machine machine,
        BuildEnvironment environment,
        BuildVariables variables) {
      this.settings = settings;
      this.os = machine.os();
      this.environment = environment;
      this.variables = variables;
    }

    PythonChoice choose() {
      Result result = configFile().orElseGet(this::withoutConfigFile);
      return new PythonChoice(result, List.copyOf(steps));
    }

    private Optional<Result> configFile() {
      Optional<BuildVariables.Value> value = variables.get(CONFIG_FILE);
      if (value.isEmpty()) return Optional.empty();
      steps.add(set(CONFIG_FILE) + ": no Python is looked for");
      String path = value.get().text();
      Optional<PythonConfigFile> file = environment.configFile(path);
      if (file.isEmpty()) return Optional.of(new Result.Open("`" + path + "` was not looked at"));
      return Optional.of(
          file.get()
              .trouble()
              .<Result>map(
                  trouble ->
                      new Result.Fails(
                          Failure.CONFIG_FILE,
                          "`%s` names `%s`, which %s".formatted(CONFIG_FILE, path, trouble)))
              .orElseGet(
                  () ->
                      new Result.Described(
                          path,
                          file.get().implementation().orElse("CPython")
                              + " "
                              + file.get().version().orElse("3"))));
    }

    private Result withoutConfigFile() {
      Optional<String> cross = cross();
      if (cross.isEmpty()) return host();
      return switch (settings.atLeast(crossFirstSince)) {
        case TRUE -> cross(cross.get());
        case FALSE -> {
          // Until then the build script of pyo3-build-config has looked on the host already.
          Result host = host();
          yield host instanceof Result.Fails || host instanceof Result.Open
              ? host
              : cross(cross.get());
        }
        case UNKNOWN -> new Result.Open("which PyO3 it is could not be told");
      };
    }

    /** What makes it a build for another machine. */
    private Optional<String> cross() {
      Optional<String> variable = CROSS.stream().filter(variables::isSet).findFirst();
      if (variable.isPresent()) return variable.map(this::set);
      Optional<String> target = variables.get("CARGO_BUILD_TARGET").map(BuildVariables.Value::text);
      return target
          .filter(
              triple ->
                  environment
                      .host()
                      .map(host -> RustTarget.of(host).needsAnotherPython(RustTarget.of(triple)))
                      .orElse(false))
          .map(triple -> "CARGO_BUILD_TARGET=" + triple);
    }

    private Result cross(String because) {
      steps.add(because + ": PyO3 builds for another machine");
      Optional<String> python =
          variables
              .get("PYO3_CROSS_PYTHON_VERSION")
              .map(BuildVariables.Value::text)
              .or(() -> settings.oldest().map(Version::series));
      boolean told = python.isPresent() || variables.isSet("PYO3_CROSS_LIB_DIR");
      return told || settings.abi3() == Truth.UNKNOWN
          ? new Result.Cross(because, python)
          : new Result.Fails(
              Failure.NOT_TOLD,
              "a build for another machine needs PYO3_CROSS_LIB_DIR, PYO3_CROSS_PYTHON_VERSION or"
                  + " an `abi3-py3…` feature");
    }

    private Result host() {
      if (variables.isSet(NO_PYTHON)) {
        steps.add(set(NO_PYTHON) + ": no Python is looked for");
        return stableAbi(
            "`PYO3_NO_PYTHON` forbids to ask a Python, and no `abi3-py3…` feature says which it is"
                + " for");
      }
      Result found = found();
      if (!(found instanceof Result.Fails(Failure _, String message))) return found;
      return switch (needsPython()) {
        case TRUE -> found;
        case FALSE -> {
          steps.add(
              "neither is one needed: the build is for the stable ABI and links no libpython");
          yield stableAbi(message);
        }
        case UNKNOWN -> new Result.Open("whether a Python is needed: " + message);
      };
    }

    private Result stableAbi(String otherwise) {
      if (settings.abi3() == Truth.UNKNOWN) {
        return new Result.Open("whether PyO3 is built for the stable ABI");
      }
      return settings
          .oldest()
          .<Result>map(oldest -> new Result.StableAbi(oldest.series()))
          .orElseGet(() -> new Result.Fails(Failure.NOT_TOLD, otherwise));
    }

    /** Until {@link #crossFirstSince} a bare {@code abi3} was not enough to do without. */
    private Truth needsPython() {
      Truth stable =
          settings.abi3() == Truth.TRUE && settings.oldest().isEmpty()
              ? settings.atLeast(crossFirstSince)
              : settings.abi3();
      return stable.not().or(linksPython());
    }

    private Truth linksPython() {
      if (os == OperatingSystem.WINDOWS) return settings.atLeast(crossFirstSince).not();
      Truth byVariable =
          variables.isSet(EXTENSION_MODULE)
              ? settings.atLeast(extensionModuleVariableSince)
              : Truth.FALSE;
      return settings.extensionModule().or(byVariable).not();
    }

    private Result found() {
      Optional<String> named = named();
      if (named.isPresent()) return started(lookup(named.get()));
      for (String program : PythonPrograms.ON_PATH) {
        Optional<PythonLookup> lookup = environment.lookup(program);
        if (lookup.isEmpty()) return new Result.Open("`" + program + "` was not looked for");
        steps.add(onPath(lookup.get()));
        if (lookup.get().answersAsPython3()) return taken(lookup.get());
        if (lookup.get().unasked().isPresent()) {
          return new Result.Open("`" + program + "` " + lookup.get().unasked().get());
        }
      }
      return new Result.Fails(
          Failure.NOTHING_FOUND, "neither `python` nor `python3` on PATH is a Python 3");
    }

    /** What a variable names, whether it is there or not. */
    private Optional<String> named() {
      if (variables.isSet(PYTHON)) {
        steps.add(set(PYTHON) + ": that is taken, whatever else is set");
        return variables.get(PYTHON).map(BuildVariables.Value::text);
      }
      if (variables.isSet(VENV) && variables.isSet(CONDA)) {
        steps.add(set(VENV) + " and " + set(CONDA) + ": both are set, so PyO3 ignores both");
        return Optional.empty();
      }
      if (variables.isSet(VENV)) {
        steps.add(set(VENV) + ": its Python is taken");
        return variables
            .get(VENV)
            .map(value -> PythonPrograms.ofVirtualEnvironment(os, value.text()));
      }
      if (variables.isSet(CONDA)) {
        steps.add(set(CONDA) + ": its Python is taken");
        return variables.get(CONDA).map(value -> PythonPrograms.ofConda(os, value.text()));
      }
      steps.add("PYO3_PYTHON, VIRTUAL_ENV and CONDA_PREFIX are not set, so PATH is searched");
      return Optional.empty();
    }

    private PythonLookup lookup(String program) {
      return environment
          .lookup(program)
          .orElseGet(
              () ->
                  new PythonLookup(
                      program,
                      Optional.empty(),
                      List.of(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of("was not looked at")));
    }

    /** What a variable names is not asked for its version first: it is taken to be a Python. */
    private Result started(PythonLookup lookup) {
      if (lookup.unasked().isPresent()) {
        return new Result.Open("`" + lookup.program() + "` " + lookup.unasked().get());
      }
      steps.addAll(lookup.passedOver());
      if (lookup.file().isEmpty()) {
        return new Result.Fails(
            Failure.NOT_STARTED, "`" + lookup.program() + "`, which PyO3 starts, is not there");
      }
      return taken(lookup);
    }

    private Result taken(PythonLookup lookup) {
      Optional<PythonBuild> build = lookup.build();
      if (build.isEmpty()) {
        String trouble = lookup.trouble().orElse("does not say what it is");
        return new Result.Fails(Failure.NO_ANSWER, "`" + lookup.program() + "` " + trouble);
      }
      Optional<Version> version = Version.parse(build.get().version());
      boolean abi3Counts =
          build.get().implementation().equals("CPython") && !build.get().freeThreaded();
      if (abi3Counts
          && settings.oldest().isPresent()
          && version.isPresent()
          && !version.get().atLeast(settings.oldest().get())) {
        return new Result.Fails(
            Failure.OLDER_THAN_ABI3,
            "`abi3-py%s` builds for Python %s and later, and `%s` is %s"
                .formatted(
                    settings.oldest().get().series().replace(".", ""),
                    settings.oldest().get().series(),
                    lookup.program(),
                    build.get().version()));
      }
      return new Result.Asked(lookup.program(), build.get());
    }

    private String set(String name) {
      return variables
          .get(name)
          .map(
              value ->
                  value.source().map(place -> place + ": ").orElse("") + name + "=" + value.text())
          .orElse(name);
    }

    private static String onPath(PythonLookup lookup) {
      String found =
          lookup
              .file()
              .map(file -> "`" + lookup.program() + "` is " + file + ", " + answer(lookup))
              .orElse("there is no `" + lookup.program() + "` on PATH");
      return Stream.concat(Stream.of(found), lookup.passedOver().stream())
          .reduce((all, one) -> all + "; " + one)
          .orElse(found);
    }

    private static String answer(PythonLookup lookup) {
      return lookup
          .build()
          .map(build -> build.name() + " (" + build.executable() + ")")
          .or(lookup::says)
          .or(lookup::trouble)
          .or(lookup::unasked)
          .orElse("which does not say what it is");
    }
  }
}
