package io.github.pyo3doctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PaintTest {
  @Test
  void onlyATerminalIsPainted() {
    assertThat(Paint.on(true, Map.of("TERM", "xterm"))).isEqualTo(Paint.ANSI);
    assertThat(Paint.on(false, Map.of("TERM", "xterm"))).isEqualTo(Paint.NONE);
    assertThat(Paint.on(true, Map.of("TERM", "dumb"))).isEqualTo(Paint.NONE);
  }

  @Test
  void whoWantsNoColourSaysSoWithAnyWord() {
    assertThat(Paint.on(true, Map.of("NO_COLOR", "0"))).isEqualTo(Paint.NONE);
    assertThat(Paint.on(true, Map.of("NO_COLOR", ""))).isEqualTo(Paint.ANSI);
  }
}
