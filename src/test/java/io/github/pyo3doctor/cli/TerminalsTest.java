package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalsTest {
  @Test
  void theLauncherTellsEachApart() {
    assertThat(told("in,out")).isEqualTo(new Terminals(true, true));
    assertThat(told(",out")).isEqualTo(new Terminals(false, true));
    assertThat(told("in")).isEqualTo(new Terminals(true, false));
    assertThat(told("")).isEqualTo(new Terminals(false, false));
  }

  @Test
  void withoutALauncherJavaIsAsked() {
    assertThat(Terminals.of(Optional.empty(), () -> true)).isEqualTo(new Terminals(true, true));
    assertThat(Terminals.of(Optional.empty(), () -> false)).isEqualTo(new Terminals(false, false));
  }

  private static Terminals told(String names) {
    return Terminals.of(
        Optional.of(names),
        () -> {
          throw new AssertionError("asked though it was told");
        });
  }
}
