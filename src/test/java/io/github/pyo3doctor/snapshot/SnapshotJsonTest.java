package io.github.pyo3doctor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.project.CollectProgress;
import io.github.pyo3doctor.project.ProjectCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotJsonTest {
  private static final Machine LINUX =
      new Machine(
          OperatingSystem.LINUX,
          List.of(new EnvironmentVariable("PYO3_PYTHON", "/usr/bin/python3 ü\n\"")),
          Optional.empty());

  private final SnapshotJson json = new SnapshotJson();

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("projects")
  void aProjectReadsBackAsItWasWritten(Path project) throws Exception {
    Snapshot taken =
        new Snapshot(
            Snapshot.SCHEMA_VERSION,
            "1.2.3",
            Optional.of(
                new ProjectCollector().collect(project.toAbsolutePath(), CollectProgress.NONE)),
            LINUX);

    assertThat(roundTrip(taken)).isEqualTo(taken);
  }

  static List<Path> projects() throws Exception {
    try (Stream<Path> tree = Files.walk(Path.of("src/test/resources/checks"), 2)) {
      return tree.filter(folder -> folder.resolve("Cargo.toml").toFile().isFile())
          .sorted()
          .toList();
    }
  }

  @Test
  void aWindowsMachineReadsBackAsItWasWritten() throws Exception {
    PythonDll dll =
        new PythonDll("python3.dll", Optional.of(Architecture.X64), Optional.of("python312.dll"));
    WindowsLoader loader =
        new WindowsLoader(
            true,
            "C:\\Windows\\System32",
            Optional.of("C:\\Windows\\SysWOW64"),
            "C:\\Windows\\System",
            "C:\\Windows",
            "C:\\work",
            List.of("C:\\Python", "%ODD%"),
            List.of(
                new DllDirectory("C:\\Python", true, Optional.empty(), List.of(dll)),
                new DllDirectory("%ODD%", false, Optional.of("no such folder"), List.of())),
            List.of(
                new PythonInstallation(
                    "C:\\Python\\python.exe", "PATH", "C:\\Python", Optional.empty())),
            List.of(
                new BuiltBinary(
                    "C:\\work\\a.exe",
                    "C:\\work",
                    Architecture.ARM64,
                    List.of("python3.dll"),
                    List.of(new MissingSymbols("C:\\Python\\python3.dll", List.of("PyX"))))));
    Snapshot taken =
        new Snapshot(
            Snapshot.SCHEMA_VERSION,
            "1.2.3",
            Optional.empty(),
            new Machine(OperatingSystem.WINDOWS, List.of(), Optional.of(loader)));

    assertThat(roundTrip(taken)).isEqualTo(taken);
  }

  @Test
  void thePythonsAndToolsOfAMachineReadBackAsTheyWereWritten() throws Exception {
    PythonBuild build =
        new PythonBuild(
            "CPython",
            "3.14.0rc1",
            "/opt/python/bin/python3",
            "/opt/python",
            "x86_64",
            64,
            true,
            false,
            true,
            Optional.of("/opt/python/lib"),
            Optional.of("/opt/python/lib/libpython3.14t.so.1.0"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    BuildEnvironment environment =
        new BuildEnvironment(
            List.of(
                new PythonLookup(
                    "python",
                    Optional.of("/usr/bin/python"),
                    List.of("/opt/bin/python is a folder"),
                    Optional.of("Python 2.7.18"),
                    Optional.empty(),
                    Optional.of("ends with exit code 2"),
                    Optional.empty())),
            List.of(
                new PythonConfigFile(
                    "/etc/pyo3.txt",
                    Optional.of("CPython"),
                    Optional.of("3.12"),
                    Optional.empty())),
            List.of(
                new Interpreter(
                    "/opt/python/bin/python",
                    List.of("PATH"),
                    Optional.of("/home/ada/.venv"),
                    Optional.of(build),
                    Optional.empty())),
            Optional.of(
                new RustToolchain(
                    "1.70",
                    "RUSTUP_TOOLCHAIN",
                    Optional.empty(),
                    List.of("stable"),
                    Optional.of(false),
                    List.of("wasm32-unknown-unknown"))),
            List.of(
                new BuildTool(
                    "maturin", Optional.of("1.9.4"), "/usr/bin/maturin", "PATH", Optional.empty())),
            Optional.of("x86_64-unknown-linux-gnu"),
            Optional.of(
                new RustPrograms(
                    List.of(
                        new RustPrograms.Program(
                            "cargo",
                            Optional.empty(),
                            false,
                            Optional.of("/home/ada/.cargo/bin/cargo"))),
                    List.of("x86_64-unknown-linux-gnu"))),
            List.of(
                new DotVenv(
                    "python",
                    Optional.of("/home/ada/.venv"),
                    true,
                    Optional.of("/home/ada/.venv/bin/python"),
                    false)),
            Optional.of(
                new WindowsPythons(
                    List.of(
                        new WindowsPythons.Registered(
                            "HKEY_CURRENT_USER",
                            "PythonCore",
                            "3.12",
                            "C:\\Python312\\python.exe",
                            true)),
                    Optional.of(
                        new WindowsPythons.Launcher(
                            "C:\\Windows\\py.exe",
                            Optional.of("3.12"),
                            Optional.of("PY_PYTHON"))))));
    Snapshot taken =
        new Snapshot(
            Snapshot.SCHEMA_VERSION,
            "1.2.3",
            Optional.empty(),
            new Machine(
                OperatingSystem.LINUX,
                List.of(),
                Optional.empty(),
                Optional.of(environment),
                List.of()));

    assertThat(roundTrip(taken)).isEqualTo(taken);
  }

  @Test
  void aSnapshotOfAProgramThatDidNotAskPythonsOpens() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("s.json"),
            """
            {"schemaVersion": 1, "doctorVersion": "0.1.0", "project": null,
            "machine": {"os": "LINUX", "variables": [], "windows": null}}
            """);

    assertThat(json.read(file).machine().environment()).isEmpty();
    assertThat(json.read(file).machine().modules()).isEmpty();
  }

  @Test
  void fieldsOfALaterProgramArePassedOver() throws Exception {
    Snapshot taken = new Snapshot(Snapshot.SCHEMA_VERSION, "1", Optional.empty(), LINUX);
    Path file =
        Files.writeString(
            folder.resolve("s.json"), json.write(taken).replaceFirst("\\{", "{\"later\": [{}],"));

    assertThat(json.read(file)).isEqualTo(taken);
  }

  /** As the first version of the program wrote them, which read neither most files nor fields. */
  @Test
  void aSnapshotOfTheFirstProgramOpens() throws Exception {
    Snapshot first =
        json.read(
            Files.writeString(
                folder.resolve("s.json"),
                """
                {"schemaVersion": 1, "doctorVersion": "0.1.0", "project": {
                  "root": "/home/me/ext",
                  "workspaces": [{"manifest": "Cargo.toml", "virtual": false, "locked": [
                      {"name": "pyo3", "version": "0.28.3",
                       "location": {"file": "Cargo.lock", "line": 3, "column": 1}}],
                    "members": [{"name": "ext", "manifest": "Cargo.toml", "dependencies": [],
                      "location": {"file": "Cargo.toml", "line": 2, "column": 1},
                      "features": [], "targets": []}]}],
                  "pyprojects": [{"path": "pyproject.toml", "buildRequires": [],
                    "buildBackend": "maturin", "maturinFeatures": [], "cargoManifest": null}],
                  "cargoConfigs": [{"path": ".cargo/config.toml", "rustflags": [
                    {"value": "-g", "location":
                      {"file": ".cargo/config.toml", "line": 2, "column": 14}}]}],
                  "extensionModules": [{"names": ["ext"], "setting": "module-name",
                    "location": {"file": "pyproject.toml", "line": 2, "column": 1},
                    "cargoManifest": "Cargo.toml"}],
                  "manifests": [], "notExamined": []},
                 "machine": {"os": "LINUX", "variables": [], "windows": null}}
                """));

    Project project = first.project().orElseThrow();
    Workspace workspace = project.workspaces().getFirst();
    assertThat(workspace.resolver()).isEmpty();
    assertThat(workspace.defaultMembers()).isEmpty();
    assertThat(workspace.patches()).isEmpty();
    assertThat(workspace.locked().getFirst().towardsPyo3()).isEmpty();
    assertThat(workspace.members().getFirst().rustVersion()).isEmpty();
    assertThat(workspace.members().getFirst().buildScript()).isEmpty();
    assertThat(project.pyprojects().getFirst().requiresPython()).isEmpty();
    assertThat(project.pyprojects().getFirst().conditionalFeatures()).isEmpty();
    assertThat(project.pyprojects().getFirst().withoutDefaultFeatures()).isFalse();
    assertThat(project.cargoConfigs().getFirst().variables()).isEmpty();
    assertThat(project.cargoConfigs().getFirst().targets()).isEmpty();
    assertThat(project.cargoConfigs().getFirst().rustflags().getFirst().condition()).isEmpty();
    assertThat(project.extensionModules().getFirst().features()).isEmpty();
    assertThat(project.extensionModules().getFirst().withoutDefaultFeatures()).isFalse();
    assertThat(project.silences()).isEmpty();
    assertThat(project.toolchains()).isEmpty();
    assertThat(project.editorSettings()).isEmpty();
    assertThat(project.workflowCommands()).isEmpty();
    assertThat(roundTrip(first)).isEqualTo(first);
  }

  @Test
  void aMistakeIsNamedInTheWordsOfTheFile() throws Exception {
    refuses("{\n\"schemaVersion\": 1,\n!", ":3:1: is no snapshot: it is not JSON");
    refuses(
        """
        {"schemaVersion": 1, "doctorVersion": "1", "project": null,
        "machine": {"os": "LINUX", "variables": [{"name": "A", "value": 5e}], "windows": null}}
        """,
        ":2:\\d+: is no snapshot: it is not JSON");
    refuses(
        """
        {"schemaVersion": 1, "doctorVersion": "1", "project": null,
        "machine": {"os": "BEOS", "variables": [], "windows": null}}
        """,
        ":2:\\d+: is no snapshot: `machine.os` is missing or not what it should be");
    refuses(
        """
        {"schemaVersion": 1, "doctorVersion": "1", "project": null}
        """,
        ":1:\\d+: is no snapshot: `machine` is missing or not what it should be");
  }

  private void refuses(String text, String reason) throws Exception {
    Path file = Files.writeString(folder.resolve("s.json"), text);

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> json.read(file))
        .withMessageMatching(Pattern.quote(file.toString()) + reason);
  }

  private Snapshot roundTrip(Snapshot snapshot) throws Exception {
    return json.read(Files.writeString(folder.resolve("s.json"), json.write(snapshot)));
  }
}
