package io.github.pyo3doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Progress;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void everyCommandIsRehearsedToItsEnd() throws Exception {
    assertThat(Rehearsal.failed(false)).isEmpty();
  }

  @Test
  void theRehearsedProjectHasTroublesOfManyKinds() throws Exception {
    Path project = RehearsedProject.write();
    try {
      Doctor doctor = new Doctor("test");

      var examined =
          doctor.examine(doctor.look(project, Progress.SILENT), Set.of(), Progress.SILENT);

      assertThat(examined.findings().stream().map(Finding::check).distinct())
          .hasSizeGreaterThanOrEqualTo(15);
    } finally {
      RehearsedProject.delete(project);
    }
  }
}
