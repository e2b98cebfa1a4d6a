package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * The Pythons and tools that a build on a machine could use.
 *
 * @param lookups every program that PyO3's build script could start as a Python, given the
 *     environment and the project's {@code .cargo/config.toml}
 * @param configFiles the file that {@code PYO3_CONFIG_FILE} names, in the environment or in {@code
 *     .cargo/config.toml}
 * @param interpreters every Python found, each once
 * @param toolchain what rustup would take; empty without rustup
 * @param tools rustc, cargo, maturin and setuptools-rust, as far as they are there
 * @param host the target that rustc builds for when it is not told, {@code
 *     x86_64-unknown-linux-gnu}
 * @param rust what cargo and rustc are; absent in a snapshot of a program that did not look
 * @param dotVenvs what {@code maturin develop} finds in the folder of each {@code pyproject.toml};
 *     none in a snapshot of a program that did not look
 * @param windows the Pythons that the registry names, and the launcher; empty on other systems
 */
public record BuildEnvironment(
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<PythonLookup> lookups,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<PythonConfigFile> configFiles,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Interpreter> interpreters,
    Optional<RustToolchain> toolchain,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<BuildTool> tools,
    Optional<String> host,
    Optional<RustPrograms> rust,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<DotVenv> dotVenvs,
    Optional<WindowsPythons> windows) {
  /** What became of a program, if it was looked for. */
  public Optional<PythonLookup> lookup(String program) {
    return lookups.stream().filter(lookup -> lookup.program().equals(program)).findFirst();
  }

  /** What the file of that path says, if a variable names it. */
  public Optional<PythonConfigFile> configFile(String path) {
    return configFiles.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** The first tool of that name: the one that is started when it is called by name. */
  public Optional<BuildTool> tool(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }
}
