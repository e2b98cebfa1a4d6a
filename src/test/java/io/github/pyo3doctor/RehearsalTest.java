package io.github.pyo3doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void everyCommandIsRehearsedToItsEnd() throws Exception {
    assertThat(Rehearsal.failed()).isEmpty();
  }
}
