package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a check says it looks at is what its answers hang on. */
class PartTest {
  private static final Path ROOT = Path.of("src/test/resources/checks");

  @Test
  void aCheckNamesThePartsWithoutWhichItAnswersOtherwiseAndNoOthers() throws Exception {
    TreeMap<String, Set<Part>> told = new TreeMap<>();
    TreeMap<String, Set<Part>> seen = new TreeMap<>();
    for (Check check : new Checks(new Libraries().facts()).all()) {
      told.put(check.id(), EnumSet.copyOf(check.looksAt()));
      seen.put(check.id(), EnumSet.noneOf(Part.class));
    }

    for (Path fixture : FixturesTest.fixtures()) {
      String id = fixture.getName(0).toString();
      Snapshot whole = FixturesTest.snapshot(ROOT.resolve(fixture));
      for (Part part : Part.values()) {
        if (!answer(id, whole).equals(answer(id, without(part, whole)))) seen.get(id).add(part);
      }
    }

    assertThat(told).isEqualTo(seen);
  }

  private static Outcome answer(String id, Snapshot snapshot) {
    return FixturesTest.check(id).examine(snapshot);
  }

  private static Snapshot without(Part part, Snapshot whole) {
    Machine machine = whole.machine();
    return switch (part) {
      case PROJECT ->
          new Snapshot(whole.schemaVersion(), whole.doctorVersion(), Optional.empty(), machine);
      case MACHINE ->
          with(
              whole,
              new Machine(
                  machine.os(),
                  List.of(),
                  machine.windows().map(PartTest::withoutPythons),
                  Optional.empty(),
                  machine.modules()));
      case BUILT ->
          with(
              whole,
              new Machine(
                  machine.os(),
                  machine.variables(),
                  machine.windows().map(PartTest::withoutPrograms),
                  machine.environment(),
                  List.of()));
    };
  }

  private static Snapshot with(Snapshot whole, Machine machine) {
    return new Snapshot(whole.schemaVersion(), whole.doctorVersion(), whole.project(), machine);
  }

  private static WindowsLoader withoutPythons(WindowsLoader from) {
    return new WindowsLoader(
        from.safeSearch(),
        from.systemDirectory(),
        from.wow64Directory(),
        from.system16Directory(),
        from.windowsDirectory(),
        from.currentDirectory(),
        List.of(),
        List.of(),
        List.of(),
        from.binaries());
  }

  private static WindowsLoader withoutPrograms(WindowsLoader from) {
    return new WindowsLoader(
        from.safeSearch(),
        from.systemDirectory(),
        from.wow64Directory(),
        from.system16Directory(),
        from.windowsDirectory(),
        from.currentDirectory(),
        from.path(),
        from.directories(),
        from.interpreters(),
        List.of());
  }
}
