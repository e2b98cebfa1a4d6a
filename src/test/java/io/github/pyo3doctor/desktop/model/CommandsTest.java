package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void codeThatBeginsWithAProgramIsACommand() {
    String advice =
        "Turn off `extension-module`, run `cargo test --no-default-features`, set"
            + " `PYO3_PYTHON=/usr/bin/python3 cargo build`, then `cargo test --no-default-features`"
            + " again; `PyErr` stays.";

    assertThat(Commands.in(advice))
        .containsExactly(
            "cargo test --no-default-features", "PYO3_PYTHON=/usr/bin/python3 cargo build");
  }

  @Test
  void adviceWithoutCodeHoldsNone() {
    assertThat(Commands.in("Run cargo test, or python.")).isEmpty();
  }
}
