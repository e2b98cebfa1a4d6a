package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.report.MachineReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineModelTest {
  private static final Threads AT_ONCE = new Threads(Runnable::run, Runnable::run);
  private static final MachineReport REPORT =
      new MachineReport(
          List.of(
              new MachineReport.Section(
                  "Tools",
                  List.of(
                      new MachineReport.Entry(
                          MachineReport.Mark.PLAIN, "cargo 1.90.0", List.of("`/home/me/cargo`"))),
                  "none")));

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Threads later = new Threads(waiting::add, Runnable::run);

  @TempDir Path folder;

  @Test
  void nothingIsLookedAtUnasked() {
    List<Optional<Path>> asked = new ArrayList<>();

    MachineModel model = model((project, _) -> seen(asked, project), AT_ONCE);

    assertThat(model.stateProperty().get()).isEqualTo(new MachineState.Nothing());
    assertThat(model.markdown()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void itSaysWhatItLooksAtAndThenWhatItFound() {
    List<MachineState> states = new ArrayList<>();
    MachineModel model =
        model(
            (_, progress) -> {
              progress.lookingAt("Pythons and tools");
              return REPORT;
            },
            AT_ONCE);
    model.stateProperty().subscribe(state -> remember(states, state));

    model.look(Optional.of(folder));

    assertThat(states)
        .containsExactly(
            new MachineState.Nothing(),
            new MachineState.Running("this machine"),
            new MachineState.Running("Pythons and tools"),
            new MachineState.Done(REPORT, "Looked at for the builds of: `" + folder + "`"));
  }

  @Test
  void aSnapshotIsOfAnotherMachineAndCountsAsNoProject() throws Exception {
    List<Optional<Path>> asked = new ArrayList<>();
    Path snapshot = Files.createFile(folder.resolve("snapshot.json"));
    MachineModel model = model((project, _) -> seen(asked, project), AT_ONCE);

    model.look(Optional.of(snapshot));
    model.look(Optional.of(folder));

    assertThat(asked).containsExactly(Optional.empty(), Optional.of(folder));
  }

  @Test
  void whatWasStoppedIsNotShown() {
    List<Boolean> stopped = new ArrayList<>();
    MachineModel model =
        model(
            (_, progress) -> {
              stopped.add(progress.cancelled());
              return REPORT;
            },
            later);
    model.look(Optional.empty());

    model.cancel();
    waiting.remove().run();

    assertThat(stopped).containsExactly(true);
    assertThat(model.stateProperty().get()).isEqualTo(new MachineState.Cancelled());
  }

  @Test
  void theLookThatWasAskedForLastIsShown() {
    MachineModel model = model((_, _) -> REPORT, later);
    model.look(Optional.of(folder));
    model.look(Optional.empty());

    waiting.remove().run();
    assertThat(model.stateProperty().get()).isInstanceOf(MachineState.Running.class);
    waiting.remove().run();
    assertThat(model.stateProperty().get())
        .isEqualTo(
            new MachineState.Done(
                REPORT, "Looked at for a build without settings. No project is in hand."));
  }

  @Test
  void aProjectThatCannotBeReadDoesNotHideTheMachine() {
    Doctor doctor = new Doctor("test");
    MachineModel model = model(doctor::machine, AT_ONCE);

    model.look(Optional.of(folder));

    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            MachineState.Done.class,
            done ->
                assertThat(done.scope())
                    .startsWith("Looked at for a build without settings. ")
                    .contains("is no Rust project"));
  }

  @Test
  void aMistakeIsOneLineAndAskingToStopIsNone() {
    MachineModel broken =
        model(
            (_, _) -> {
              throw new IllegalStateException("oh");
            },
            AT_ONCE);
    MachineModel asksToStop =
        model(
            (_, _) -> {
              throw new CancellationException();
            },
            AT_ONCE);

    broken.look(Optional.empty());
    asksToStop.look(Optional.empty());

    assertThat(broken.stateProperty().get())
        .isEqualTo(
            new MachineState.Failed(
                "a mistake in this program: java.lang.IllegalStateException: oh"));
    assertThat(asksToStop.stateProperty().get()).isEqualTo(new MachineState.Cancelled());
  }

  @Test
  void whatIsCopiedHasNoNames() {
    MachineModel model =
        new MachineModel((_, _) -> REPORT, text -> text.replace("me", "xx"), AT_ONCE);

    model.look(Optional.empty());

    assertThat(model.markdown().orElse(""))
        .contains("### Tools")
        .contains("- cargo 1.90.0\n  - `/hoxx/xx/cargo`");
  }

  @Test
  void theRealMachineIsLookedAt() {
    Doctor doctor = new Doctor("test");
    MachineModel model = new MachineModel(doctor::machine, doctor::redacted, AT_ONCE);

    model.look(Optional.empty());

    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            MachineState.Done.class,
            done ->
                assertThat(done.report().sections())
                    .extracting(MachineReport.Section::title)
                    .containsExactly(
                        "The Python that a build takes",
                        "Pythons",
                        "Tools",
                        "Variables that steer a build"));
  }

  private static void remember(List<MachineState> states, MachineState state) {
    states.add(state);
  }

  private static MachineReport seen(List<Optional<Path>> asked, Optional<Path> project) {
    asked.add(project);
    return REPORT;
  }

  private static MachineModel model(MachineModel.Looker looker, Threads threads) {
    return new MachineModel(looker, UnaryOperator.identity(), threads);
  }
}
