package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.Interpreter;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the machine is made of folders of Unix")
class BuildEnvironmentCollectorTest {
  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @Test
  void aPythonThatOnlyTheRegistryNamesIsFound() throws Exception {
    Path python = program("Programs/Python312/python.exe");
    program("Windows/System32/reg.exe");
    program("Windows/py.exe");
    environment.put("SYSTEMROOT", folder.resolve("Windows").toString());
    environment.put("PATH", folder.resolve("Windows").toString());
    environment.put("PY_PYTHON", "3.12");
    String registered =
        "HKEY_CURRENT_USER\\Software\\Python\\PythonCore\\3.12\\InstallPath\r\n"
            + "    ExecutablePath    REG_SZ    %s\r\n".formatted(python);

    BuildEnvironment found =
        collect(OperatingSystem.WINDOWS, new ProgramAnswer.Said(0, registered, ""));

    assertThat(found.interpreters())
        .extracting(Interpreter::executable, Interpreter::foundBy)
        .containsExactly(tuple(python.toString(), List.of("registry")));
    assertThat(found.windows().orElseThrow().launcher().orElseThrow().version()).contains("3.12");
  }

  @Test
  void anotherSystemHasNoRegistry() {
    environment.put("PATH", folder.toString());

    assertThat(collect(OperatingSystem.LINUX, new ProgramAnswer.Refused("not asked")).windows())
        .isEmpty();
  }

  @Test
  void theTargetsOfARustcAreReadInItsOwnFolder() throws Exception {
    Path rustc = program("bin/rustc");
    Files.createDirectories(folder.resolve("lib/rustlib/wasm32-wasip1/lib"));
    Files.createDirectories(folder.resolve("lib/rustlib/etc"));
    environment.put("PATH", rustc.getParent().toString());
    Programs programs =
        (program, arguments) ->
            arguments.contains("sysroot")
                ? new ProgramAnswer.Said(0, folder + "\n", "")
                : new ProgramAnswer.Said(0, "rustc 1.85.0 (hash date)\n", "");

    BuildEnvironment found =
        new BuildEnvironmentCollector(OperatingSystem.LINUX, environment, programs, Programs.NONE)
            .collect(Optional.empty(), folder);

    assertThat(found.rust().orElseThrow().targets()).containsExactly("wasm32-wasip1");
  }

  private BuildEnvironment collect(OperatingSystem os, ProgramAnswer registry) {
    return new BuildEnvironmentCollector(os, environment, Programs.NONE, (_, _) -> registry)
        .collect(Optional.empty(), folder);
  }

  private Path program(String file) throws Exception {
    Path program = folder.resolve(file);
    Files.createDirectories(program.getParent());
    Files.createFile(program);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }
}
