package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.WorkflowCommand;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CargoCommandTest {
  private static final Location AT = new Location("ci.yml", 1, 1);

  /** A root that builds `core` by default, and `python` when it is asked for. */
  private static final Workspace WORKSPACE =
      new Workspace(
          "Cargo.toml",
          true,
          List.of(member("core"), member("python")),
          List.of(),
          Optional.of("2"),
          List.of("core/Cargo.toml"),
          List.of());

  private static CargoPackage member(String name) {
    return new CargoPackage(
        name,
        name + "/Cargo.toml",
        AT,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "       | cargo build                                      | core",
        "       | cargo build --release --locked -j 4              | core",
        "       | cargo +nightly b --workspace                     | core python",
        "       | cargo build --all --exclude core                 | python",
        "       | cargo build -p python --features x               | python",
        "       | cargo build --package=python                     | python",
        "       | cargo build --manifest-path python/Cargo.toml    | python",
        "       | cargo build --manifest-path=other/Cargo.toml     | core",
        "python | cargo build                                      | python",
        "python/src | cargo build                                  | python",
        "python | cargo build --manifest-path ../Cargo.toml        | core",
        "python | cargo build --workspace                          | core python",
      })
  void aCommandBuildsWhatItNames(String folder, String command, String built) {
    CargoCommand cargo = read(folder == null ? "" : folder, command).orElseThrow();

    assertThat(WORKSPACE.members())
        .filteredOn(member -> cargo.builds(WORKSPACE, member))
        .extracting(CargoPackage::name)
        .containsExactlyElementsOf(Stream.of(built.split(" ", -1)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cargo test",
        "cargo",
        "cargo check --workspace",
        "cargo build --target x86_64-unknown-linux-musl",
        "cargo build --bin tool",
        "cargo build -p ${{ matrix.crate }}",
        "cargo build $FLAGS",
        "cargo build -p",
      })
  void whatIsNotUnderstoodIsNoCommand(String command) {
    assertThat(read("", command)).isEmpty();
  }

  private static Optional<CargoCommand> read(String folder, String command) {
    return CargoCommand.of(new WorkflowCommand(command, folder, AT));
  }
}
