package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Progress;
import io.github.pyo3doctor.fix.FixJournal;
import io.github.pyo3doctor.fix.Fixes;
import io.github.pyo3doctor.fix.Plan;
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
    Plan plan = offered(model);
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
    Plan plan = offered(model);
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

  @Test
  void aReasonIsAskedForThenShownThenWrittenAndTheFindingIsSilent() throws Exception {
    writeProject();
    FixModel model = model();
    Examination loud = examined();
    model.askReason(loud, loud.findings().getFirst());
    SilenceQuestion question = ((FixState.ReasonWanted) model.stateProperty().get()).question();
    assertThat(question.file()).contains("Cargo.toml");
    assertThat(question.silenced(true)).isEqualTo(1);

    model.offerSilence(question, true, " tested elsewhere ");
    model.write(offered(model));

    assertThat(FixModel.changedSilences(model.stateProperty().get())).isTrue();
    Examination silent = examined();
    assertThat(silent.findings()).isEmpty();
    assertThat(silent.needlessSilences()).isEmpty();
    assertThat(new FindingRows(silent).of(FindingFilter.NONE))
        .contains(
            new FindingRow.Group("1 silenced"),
            new FindingRow.Silent(silent.silenced().getFirst()));
    assertThat(silent.silenced().getFirst().silence().reason()).isEqualTo("tested elsewhere");

    model.offerToStopSilencing(silent, silent.silenced().getFirst().silence());
    model.write(offered(model));
    assertThat(examined().findings()).isEqualTo(loud.findings());
  }

  @Test
  void aSilenceThatCannotBeAddedSaysWhyAndOtherChangesAreNotTakenForOne() throws Exception {
    Path manifest = writeProject();
    Files.writeString(manifest.resolveSibling(".pyo3-doctor.toml"), "[[silence");
    FixModel model = model();
    Examination loud = examined();

    model.offerSilence(new SilenceQuestion(loud, loud.findings().getFirst()), false, "why");
    assertThat(model.stateProperty().get().toString()).contains(".pyo3-doctor.toml:1: ");

    model.offer(loud, loud.findings());
    model.write(offered(model));
    assertThat(FixModel.changedSilences(model.stateProperty().get())).isFalse();
  }

  @Test
  void aSilenceOfACheckThatWasNotRunIsNotCalledNeedless() throws Exception {
    Path manifest = writeProject();
    Files.writeString(
        manifest.resolveSibling(".pyo3-doctor.toml"),
        "[[silence]]\ncheck = \"getter-returns-copy\"\nreason = \"small\"\n");

    assertThat(examined().needlessSilences()).isEmpty();
    Examination whole =
        doctor()
            .examine(
                doctor().look(folder.resolve("project"), Progress.SILENT),
                Set.of(),
                Progress.SILENT);
    assertThat(whole.needlessSilences()).hasSize(1);
    assertThat(new FindingRows(whole).of(FindingFilter.NONE))
        .contains(new FindingRow.Needless(whole.needlessSilences().getFirst()));
  }

  private static Plan offered(FixModel model) {
    assertThat(model.stateProperty().get()).isInstanceOf(FixState.Offered.class);
    return ((FixState.Offered) model.stateProperty().get()).plan();
  }

  private FixModel model() {
    return new FixModel(doctor().mending(), new Threads(Runnable::run, Runnable::run));
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
