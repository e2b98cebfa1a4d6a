package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.SearchStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeedRowsTest {
  private static final Inspection PROGRAM =
      new Inspection(
          "app.exe",
          "PE",
          "x64",
          "exe",
          LoadOutcome.NOT_FOUND,
          Optional.of("STATUS_DLL_NOT_FOUND"),
          List.of(
              need("a.dll", "app.exe", Optional.of("C:\\app\\a.dll")),
              need("c.dll", "app.exe", Optional.of("C:\\app\\c.dll")),
              need("b.dll", "C:\\app\\a.dll", Optional.of("C:\\app\\b.dll")),
              need("gone.dll", "C:\\app\\b.dll", Optional.empty())),
          List.of());

  @Test
  void eachNeedStandsBelowTheOneThatAsksForIt() {
    assertThat(shown(false))
        .containsExactly("app.exe", " a.dll", "  b.dll", "   gone.dll", " c.dll");
  }

  @Test
  void onlyWhatIsWrongKeepsTheWayToIt() {
    assertThat(shown(true)).containsExactly("app.exe", " a.dll", "  b.dll", "   gone.dll");
  }

  @Test
  void librariesThatNeedEachOtherComeToAnEnd() {
    Inspection circle =
        new Inspection(
            "a.so",
            "ELF",
            "x86-64",
            "exe",
            LoadOutcome.LOADS,
            Optional.empty(),
            List.of(
                need("b.so", "/a.so", Optional.of("/b.so")),
                need("a.so", "/b.so", Optional.of("/a.so"))),
            List.of());

    assertThat(NeedRows.of(Inspected.alone(circle), false)).hasSize(3);
  }

  @Test
  void theLibrariesOfAWheelStandBelowItAndThoseThatLoadAreNotWrong() {
    Inspection fine =
        new Inspection(
            "w.whl!/fine.so",
            "Mach-O",
            "arm64",
            "python-import",
            LoadOutcome.LOADS,
            Optional.empty(),
            List.of(need("libSystem.B.dylib", "w.whl!/fine.so", Optional.of("/usr/lib"))),
            List.of());
    Inspection wheel =
        new Inspection(
            "w.whl",
            "wheel",
            "any",
            "python-import",
            LoadOutcome.NOT_FOUND,
            Optional.empty(),
            List.of(),
            List.of());
    Inspected inspected = new Inspected(wheel, List.of(fine, PROGRAM), Optional.empty());

    assertThat(NeedRows.of(inspected, false))
        .extracting(NeedRows.Row::depth)
        .containsExactly(0, 1, 2, 1, 2, 3, 4, 2);
    assertThat(NeedRows.of(inspected, true))
        .extracting(row -> row.need().map(Need::name).orElse(row.inspection().file()))
        .containsExactly("w.whl", "app.exe", "a.dll", "b.dll", "gone.dll");
  }

  @Test
  void whatMayBeMissingIsNotWrong() {
    SearchStep last = new SearchStep("nowhere", Need.WEAK, "not needed: it goes on without");

    assertThat(NeedRows.isWrong(need("x", "y", Optional.empty()))).isTrue();
    assertThat(NeedRows.isWrong(new Need("x", "y", Optional.empty(), List.of(last), List.of())))
        .isFalse();
  }

  private static List<String> shown(boolean onlyWrong) {
    return NeedRows.of(Inspected.alone(PROGRAM), onlyWrong).stream()
        .map(row -> " ".repeat(row.depth()) + row.need().map(Need::name).orElse(PROGRAM.file()))
        .toList();
  }

  private static Need need(String name, String by, Optional<String> found) {
    return new Need(name, by, found, List.of(), List.of());
  }
}
