package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pyo3doctor.binary.PeFixtures;
import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.DllDirectory;
import io.github.pyo3doctor.snapshot.EnvironmentVariable;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.MissingSymbols;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCollectorTest {
  @TempDir Path drive;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void windows() throws IOException {
    for (String folder : List.of("Windows/System32", "Windows/SysWOW64", "proj")) {
      Files.createDirectories(drive.resolve(folder));
    }
    environment.put("SystemRoot", "C:\\WINDOWS");
  }

  @Test
  void everyDirectoryTheLoaderSearchesIsListedOnce() throws IOException {
    Files.createDirectories(drive.resolve("Tools"));
    environment.put("Path", "C:\\tools;C:\\TOOLS\\;;C:\\gone;\"C:\\a;b\";D:\\other");
    WindowsLoader loader = collect();

    assertThat(loader.path())
        .containsExactly("C:\\tools", "C:\\TOOLS\\", "C:\\gone", "C:\\a;b", "D:\\other");
    assertThat(loader.directories())
        .extracting(DllDirectory::path)
        .containsExactly(
            "C:\\WINDOWS\\System32",
            "C:\\WINDOWS\\System",
            "C:\\WINDOWS",
            "C:\\WINDOWS\\SysWOW64",
            "C:\\proj",
            "C:\\tools",
            "C:\\gone",
            "C:\\a;b",
            "D:\\other");
    assertThat(loader.directory("C:\\gone").orElseThrow().exists()).isFalse();
    assertThat(loader.directory("D:\\other").orElseThrow().unreadable())
        .contains("its drive is not mapped");
    assertThat(loader.wow64Directory()).contains("C:\\WINDOWS\\SysWOW64");
  }

  @Test
  void pythonDllsAreReadAndNothingElse() throws IOException {
    install("Python312", "x64");
    Files.writeString(drive.resolve("Python312/pythoncom312.dll"), "");
    Files.writeString(drive.resolve("Python312/python313t.dll"), "broken");
    environment.put("PATH", "C:\\python312");

    assertThat(collect().directory("C:\\Python312").orElseThrow().dlls())
        .containsExactly(
            new PythonDll(
                "python3.dll", Optional.of(Architecture.X64), Optional.of("python312.dll")),
            new PythonDll("python312.dll", Optional.of(Architecture.X64), Optional.empty()),
            new PythonDll("python313t.dll", Optional.empty(), Optional.empty()));
  }

  @Test
  void aVirtualEnvironmentLeadsToItsBasePython() throws IOException {
    install("Python312", "x64");
    write("proj/.venv/Scripts/python.exe", "MZ");
    write("proj/.venv/pyvenv.cfg", "home = C:\\Python312\nversion = 3.12.7\n");
    environment.put("VIRTUAL_ENV", "C:\\proj\\.venv");

    assertThat(collect().interpreters())
        .containsExactly(
            new PythonInstallation(
                "C:\\proj\\.venv\\Scripts\\python.exe",
                "VIRTUAL_ENV",
                "C:\\Python312",
                Optional.of("python312.dll")));
  }

  @Test
  void withBothEnvironmentsSetNeitherCounts() throws IOException {
    install("conda", "x64");
    write("proj/.venv/Scripts/python.exe", "MZ");
    environment.put("VIRTUAL_ENV", "C:\\proj\\.venv");
    environment.put("CONDA_PREFIX", "C:\\conda");

    assertThat(collect().interpreters()).isEmpty();
  }

  @Test
  void thePythonThatIsNamedComesBeforeThatOnPath() throws IOException {
    install("conda", "x64");
    install("Python312-32", "x86");
    environment.put("PYO3_PYTHON", "C:/Python312-32/python");
    environment.put("PATH", "C:\\conda;C:\\Python312-32");

    assertThat(collect().interpreters())
        .extracting(PythonInstallation::home, PythonInstallation::foundBy)
        .containsExactly(tuple("C:\\Python312-32", "PYO3_PYTHON"), tuple("C:\\conda", "PATH"));
  }

  @Test
  void theEmptyPythonOfTheShopIsNoPython() throws IOException {
    write("Apps/python.exe", "");
    environment.put("PATH", "C:\\Apps");

    assertThat(collect().interpreters()).isEmpty();
  }

  @Test
  void builtProgramsTellWhatTheyNeedAndWhatACopyLacks() throws IOException {
    install("Python38", "x64");
    copy("x64/old/python3.dll", "Python38/python3.dll");
    copy("x64/stable.exe", "proj/target/debug/app.exe");
    copy("x86/versioned.exe", "proj/target/i686-pc-windows-msvc/release/app.exe");
    write("proj/target/debug/broken.exe", "no program");
    environment.put("PATH", "C:\\Python38");

    assertThat(collect().binaries())
        .containsExactly(
            new BuiltBinary(
                "C:\\proj\\target\\debug\\app.exe",
                "C:\\proj\\target\\debug",
                Architecture.X64,
                List.of("python3.dll"),
                List.of(
                    new MissingSymbols("C:\\Python38\\python3.dll", List.of("PyType_GetName")))),
            new BuiltBinary(
                "C:\\proj\\target\\i686-pc-windows-msvc\\release\\app.exe",
                "C:\\proj\\target\\i686-pc-windows-msvc\\release",
                Architecture.X86,
                List.of("python312.dll"),
                List.of()));
  }

  @Test
  void ofManyTestProgramsOnlyTheNewestOfEachNameCounts() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String name = "it-000000000000000%d.exe".formatted(i);
      Path file = copy("x64/versioned.exe", "proj/target/debug/deps/" + name);
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * (i == 2 ? 9 : i)));
      names.add(name);
    }
    assertThat(collect().binaries())
        .extracting(BuiltBinary::path)
        .containsExactly("C:\\proj\\target\\debug\\deps\\" + names.get(2));
  }

  @Test
  void onlyVariablesThatSteerAndNoSecretsAreKept() {
    environment.put("Path", "C:\\x");
    environment.put("PYO3_PYTHON", "python");
    environment.put("MATURIN_PEP517_ARGS", "--release");
    environment.put("MATURIN_PYPI_TOKEN", "x");
    environment.put("MATURIN_USERNAME", "x");
    environment.put("MATURIN_PASSWORD", "x");
    environment.put("HOME", "x");
    environment.put("GITHUB_TOKEN", "x");

    assertThat(machine().variables())
        .extracting(EnvironmentVariable::name)
        .containsExactly("MATURIN_PEP517_ARGS", "PATH", "PYO3_PYTHON");
    assertThat(machine().variable("PATH")).contains("C:\\x");
  }

  @Test
  void whateverTheCaseOfPathProgramsAreFoundOnIt() throws IOException {
    write("Tools/python.exe", "MZ");
    environment.put("Path", drive.resolve("Tools").toString());
    Machine machine =
        new MachineCollector(
                OperatingSystem.WINDOWS,
                environment,
                WindowsDisk.mapped(Map.of('c', drive)),
                drive,
                Optional.of(Programs.NONE),
                Programs.NONE)
            .collect(Optional.empty(), Optional.empty(), step -> {});

    assertThat(machine.environment().orElseThrow().lookup("python").orElseThrow().file())
        .contains(drive.resolve("Tools/python.exe").toString());
  }

  @Test
  void anotherSystemHasNoWindowsLoader() {
    Machine machine =
        new MachineCollector(
                OperatingSystem.LINUX, Map.of("Path", "x"), WindowsDisk.mapped(Map.of()), drive)
            .collect(Optional.empty(), Optional.empty(), step -> {});

    assertThat(machine).isEqualTo(new Machine(OperatingSystem.LINUX, List.of(), Optional.empty()));
  }

  private Machine machine() {
    WindowsDisk disk = WindowsDisk.mapped(Map.of('c', drive));
    return new MachineCollector(OperatingSystem.WINDOWS, environment, disk, drive)
        .collect(Optional.of(drive.resolve("proj")), Optional.empty(), step -> {});
  }

  private WindowsLoader collect() {
    return machine().windows().orElseThrow();
  }

  private void install(String folder, String architecture) throws IOException {
    write(folder + "/python.exe", "MZ");
    copy(architecture + "/python3.dll", folder + "/python3.dll");
    copy(architecture + "/python312.dll", folder + "/python312.dll");
  }

  private Path copy(String fixture, String to) throws IOException {
    Path target = drive.resolve(to);
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    return Files.copy(PeFixtures.file(fixture), target);
  }

  private void write(String file, String text) throws IOException {
    Path target = drive.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }
}
