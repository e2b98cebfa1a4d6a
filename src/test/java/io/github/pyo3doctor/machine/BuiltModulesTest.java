package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class BuiltModulesTest {
  private static final Path LIBRARY = Path.of("src/test/resources/elf/libhelper-x86-64.so");
  private static final Path PROGRAM = Path.of("src/test/resources/elf/program-i386");

  @TempDir private Path root;

  @Test
  void besideThePythonSourcesWithAndWithoutATag() throws IOException {
    put(LIBRARY, "python/my_ext/_core.abi3.so");
    put(LIBRARY, "my_ext/_core.so");
    put(LIBRARY, "my_ext/_core_other.so");
    put(LIBRARY, "my_ext/other.so");

    assertThat(found(Map.of()))
        .extracting(BuiltModule::path)
        .containsExactly("my_ext/_core.so", "python/my_ext/_core.abi3.so");
    assertThat(found(Map.of())).extracting(BuiltModule::importName).containsOnly("_core");
  }

  @Test
  void inTheVirtualEnvironmentsOfTheProjectAndInTheOneThatIsActive() throws IOException {
    put(LIBRARY, ".venv/lib/python3.12/site-packages/my_ext/_core.abi3.so");
    put(LIBRARY, "elsewhere/lib/python3.13/site-packages/my_ext/_core.abi3.so");
    put(LIBRARY, "no-environment/lib/python3.13/site-packages/my_ext/_core.abi3.so");
    for (String environment : List.of(".venv", "elsewhere")) {
      Files.writeString(root.resolve(environment).resolve("pyvenv.cfg"), "home = /usr/bin\n");
    }

    assertThat(found(Map.of("VIRTUAL_ENV", root.resolve("elsewhere").toString())))
        .extracting(BuiltModule::path)
        .containsExactly(
            ".venv/lib/python3.12/site-packages/my_ext/_core.abi3.so",
            "elsewhere/lib/python3.13/site-packages/my_ext/_core.abi3.so");
  }

  @Test
  void whatTheFileOffersAndHowItLoadsIsTold() throws IOException {
    put(LIBRARY, "my_ext/_core.abi3.so");

    BuiltModule module = found(Map.of()).getFirst();

    assertThat(module.initFunctions()).isEmpty();
    assertThat(module.inspection().format()).isEqualTo("ELF");
    assertThat(module.inspection().loader()).isEqualTo("python-import");
  }

  @Test
  void aModuleForAnotherProcessorThanPythonsDoesNotLoad() throws IOException {
    put(LIBRARY, "my_ext/_core.abi3.so");
    BuiltModules modules =
        new BuiltModules(OperatingSystem.LINUX, root, Map.of(), Optional.of(PROGRAM));

    assertThat(modules.of(project()).getFirst().inspection().outcome())
        .isEqualTo(LoadOutcome.WRONG_ARCHITECTURE);
  }

  @Test
  void whatIsNoLibraryIsPassedOver() throws IOException {
    Files.createDirectories(root.resolve("my_ext"));
    Files.writeString(root.resolve("my_ext/_core.abi3.so"), "version 1\noid sha256:0\n");

    assertThat(found(Map.of())).isEmpty();
  }

  @Test
  void onWindowsAModuleIsAPyd() throws IOException {
    put(LIBRARY, "my_ext/_core.abi3.so");
    BuiltModules modules =
        new BuiltModules(OperatingSystem.WINDOWS, root, Map.of(), Optional.empty());

    assertThat(modules.of(project())).isEmpty();
  }

  private List<BuiltModule> found(Map<String, String> variables) {
    return new BuiltModules(OperatingSystem.LINUX, root, variables, Optional.empty()).of(project());
  }

  private void put(Path library, String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.copy(library, file);
  }

  private Project project() {
    ExtensionModule module =
        new ExtensionModule(
            List.of("my_ext._core"),
            "module-name",
            new Location("pyproject.toml", 1, 1),
            "Cargo.toml",
            List.of(),
            false,
            Optional.empty(),
            Optional.empty());
    return new Project(
        root.toString(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(module),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
