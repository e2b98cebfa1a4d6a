package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CompilerFlag;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compiler arguments that link libpython although PyO3 leaves it out. */
final class PythonLinkedByHand {
  private static final String RUSTFLAGS = "RUSTFLAGS";
  private static final Pattern LIBPYTHON = Pattern.compile("-l\\s*(dylib=|static=)?python\\d");

  private PythonLinkedByHand() {}

  /** What says so; the variable comes first, since Cargo then reads no configuration for it. */
  static Optional<String> evidence(Project project, CargoPackage cargo, Machine machine) {
    Optional<String> variable = machine.variable(RUSTFLAGS);
    if (variable.isPresent()) {
      return variable
          .filter(flags -> LIBPYTHON.matcher(flags).find())
          .map(flags -> RUSTFLAGS + "=" + flags + " links libpython");
    }
    return project.cargoConfigs().stream()
        .filter(config -> config.appliesIn(cargo.folder()))
        .map(CargoConfig::rustflags)
        .flatMap(List::stream)
        .filter(flag -> LIBPYTHON.matcher(flag.value()).find())
        .findFirst()
        .map(PythonLinkedByHand::evidence);
  }

  private static String evidence(CompilerFlag flag) {
    return "%s:%d: `%s` links libpython, wherever the linker finds it"
        .formatted(flag.location().file(), flag.location().line(), flag.value());
  }
}
