package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.TargetKind;
import java.util.List;
import java.util.Optional;

/**
 * A program that Cargo links from a package: its tests, benches, examples and binaries.
 *
 * @param cargo the package
 * @param target what it is built from; the library stands for its unit tests
 * @param reach how its code visibly comes to use Python, call by call; empty when that is not
 *     visible
 */
record Executable(CargoPackage cargo, CargoTarget target, List<String> reach) {
  private static final int NAMED_IN_A_SENTENCE = 3;

  boolean reachesPython() {
    return !reach.isEmpty();
  }

  /** Whether the package's library is part of it. */
  boolean containsLibrary() {
    return target.kind() == TargetKind.LIB
        || cargo.library().stream()
            .filter(library -> !library.crateTypes().contains("proc-macro"))
            .anyMatch(library -> importOf(library.name()).isPresent());
  }

  /** The command that links it. */
  String command() {
    String command =
        switch (target.kind()) {
          case LIB, TEST, EXAMPLE -> "cargo test";
          case BENCH -> "cargo bench";
          case BIN -> "cargo build";
        };
    return target.requiredFeatures().isEmpty()
        ? command
        : command + " --features " + String.join(",", target.requiredFeatures());
  }

  /** How a message names it. */
  String describe() {
    String path = "`" + target.path() + "`";
    boolean library = target.kind() == TargetKind.LIB;
    return hasNoTests()
        ? path + " (in which no test was seen)"
        : library ? "the tests in " + path : path;
  }

  /** Whether it is what {@code cargo test} makes of a library that has none. */
  boolean hasNoTests() {
    return target.kind() == TargetKind.LIB
        && target.files().stream()
            .flatMap(file -> file.functions().stream())
            .noneMatch(RustFunction::test);
  }

  /** The first place where its source names a crate. */
  Optional<Located<String>> importOf(String crate) {
    return target.files().stream()
        .flatMap(file -> file.crates().stream())
        .filter(used -> used.value().equals(crate))
        .findFirst();
  }

  /** What stands for several in the rest of the sentence. */
  static String pronoun(List<Executable> executables) {
    return executables.size() == 1 ? "it" : "them";
  }

  /** Names several in one phrase. */
  static String describe(List<Executable> executables) {
    List<String> names = executables.stream().map(Executable::describe).distinct().toList();
    if (names.size() > NAMED_IN_A_SENTENCE) {
      int rest = names.size() - NAMED_IN_A_SENTENCE;
      return String.join(", ", names.subList(0, NAMED_IN_A_SENTENCE)) + " and " + rest + " more";
    }
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
