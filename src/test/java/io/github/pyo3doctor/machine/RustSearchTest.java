package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.RustPrograms.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RustSearchTest {
  @TempDir private Path folder;

  @Test
  void whatPathLeadsToIsTakenAndRustupIsToldFromRust() throws Exception {
    Path cargo = program("bin/cargo.exe", "rustup");
    program("bin/rustup.exe", "rustup");
    Path rustc = program("bin/rustc.exe", "another size");

    assertThat(programs("bin", "none"))
        .containsExactly(
            new Program("cargo", Optional.of(cargo.toString()), true, Optional.empty()),
            new Program("rustc", Optional.of(rustc.toString()), false, Optional.empty()));
  }

  @Test
  void whatPathDoesNotLeadToIsSeenInCargosFolder() throws Exception {
    Path cargo = program("cargo-home/bin/cargo.exe", "cargo");

    assertThat(programs("bin", "cargo-home").getFirst())
        .isEqualTo(new Program("cargo", Optional.empty(), false, Optional.of(cargo.toString())));
  }

  @Test
  void orInTheUsersOwn() throws Exception {
    Path rustc = program(".cargo/bin/rustc.exe", "rustc");

    assertThat(programs("bin", "none").getLast().elsewhere()).contains(rustc.toString());
  }

  @Test
  void theVariableGoesBeforePath() throws Exception {
    program("bin/rustc.exe", "rustc");
    Path other = program("other/rustc.exe", "rustc");
    ProgramSearch search =
        new ProgramSearch(OperatingSystem.WINDOWS, Optional.of(folder.resolve("bin").toString()));

    assertThat(
            new RustSearch(search, Map.of("RUSTC", other.toString()), Optional.empty())
                .programs()
                .getLast()
                .file())
        .contains(other.toString());
  }

  private List<Program> programs(String onPath, String cargoHome) {
    ProgramSearch search =
        new ProgramSearch(OperatingSystem.WINDOWS, Optional.of(folder.resolve(onPath).toString()));
    Map<String, String> environment = Map.of("CARGO_HOME", folder.resolve(cargoHome).toString());
    return new RustSearch(search, environment, Optional.of(folder)).programs();
  }

  private Path program(String file, String content) throws Exception {
    Path program = folder.resolve(file);
    Files.createDirectories(program.getParent());
    return Files.writeString(program, content);
  }
}
