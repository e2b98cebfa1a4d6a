package io.github.pyo3doctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectTextTest {
  @Test
  void whatALibraryNeedsStandsBelowIt() {
    Inspection inspection =
        new Inspection(
            "/opt/app",
            "ELF",
            "x86_64",
            "exe",
            LoadOutcome.LOADS,
            Optional.empty(),
            List.of(
                need("liba.so", "/opt/app"),
                need("libc.so", "/opt/app"),
                need("libb.so", "/lib/liba.so"),
                need("libc.so", "/lib/libb.so")),
            List.of());

    assertThat(new InspectText(Paint.NONE).report(Inspected.alone(inspection)))
        .endsWith(
            """
            loads
              liba.so → /lib/liba.so
                libb.so → /lib/libb.so
                  libc.so → /lib/libc.so
              libc.so → /lib/libc.so
            """);
  }

  private static Need need(String name, String neededBy) {
    return new Need(name, neededBy, Optional.of("/lib/" + name), List.of(), List.of());
  }
}
