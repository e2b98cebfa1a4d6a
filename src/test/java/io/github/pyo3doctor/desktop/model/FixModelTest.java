package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Progress;
import io.github.pyo3doctor.fix.FixJournal;
import io.github.pyo3doctor.fix.FixPlan;
import io.github.pyo3doctor.fix.Fixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixModelTest {
  @TempDir private Path folder;

  @Test
  void aChangeIsOfferedWrittenAndTakenBack() throws Exception {
    Path manifest = writeProject();
    String before = Files.readString(manifest);
    FixModel model = model();

    model.offer(examined(), examined().findings());
    FixPlan plan = offered(model);
    assertThat(manifest).hasContent(before);

    model.write(plan);
    assertThat(Files.readString(manifest)).contains("\"rlib\"");

    if (model.stateProperty().get() instanceof FixState.Written(var applied)) model.undo(applied);
    assertThat(model.stateProperty().get()).isInstanceOf(FixState.TakenBack.class);
    assertThat(Files.readString(manifest)).isEqualTo(before);
  }

  @Test
  void whatIsRefusedSaysWhyAndWritesNothing() throws Exception {
    Path manifest = writeProject();
    FixModel model = model();
    model.offer(examined(), examined().findings());
    FixPlan plan = offered(model);
    Files.writeString(manifest, "[package]\n");

    model.write(plan);

    assertThat(model.stateProperty().get().toString()).contains("was changed meanwhile");
    assertThat(Files.readString(manifest)).isEqualTo("[package]\n");
  }

  @Test
  void onlyFindingsOfTheSameCheckThatAChangeCanMendAreOfOneKind() throws Exception {
    writeProject();
    Finding finding = examined().findings().getFirst();

    assertThat(FixModel.hasChange(finding)).isTrue();
    assertThat(FixModel.likewise(examined(), finding)).containsExactly(finding);
  }

  private static FixPlan offered(FixModel model) {
    assertThat(model.stateProperty().get()).isInstanceOf(FixState.Offered.class);
    return ((FixState.Offered) model.stateProperty().get()).plan();
  }

  private FixModel model() {
    return new FixModel(doctor(), new Threads(Runnable::run, Runnable::run));
  }

  private Doctor doctor() {
    return new Doctor("test").withFixes(new Fixes(new FixJournal(folder.resolve("journal"))));
  }

  private Examination examined() throws Exception {
    Doctor doctor = doctor();
    return doctor.examine(
        doctor.look(folder.resolve("project"), Progress.SILENT),
        Set.of("crate-not-found-in-tests"),
        Progress.SILENT);
  }

  private Path writeProject() throws IOException {
    Path project = folder.resolve("project");
    for (String part : List.of("src", "tests")) Files.createDirectories(project.resolve(part));
    Files.writeString(project.resolve("src/lib.rs"), "pub fn double() {}\n");
    Files.writeString(project.resolve("tests/doubles.rs"), "use doubler::double;\n");
    return Files.writeString(
        project.resolve("Cargo.toml"),
        """
        [package]
        name = "doubler"
        version = "0.1.0"
        edition = "2021"

        [lib]
        crate-type = ["cdylib"]

        [dependencies]
        pyo3 = "0.28"
        """);
  }
}
