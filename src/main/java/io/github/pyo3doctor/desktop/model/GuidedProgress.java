package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.InspectTopic;
import io.github.pyo3doctor.doctor.Work;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.report.MachineReport;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.symptoms.Match;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How far each step of a guided check is. */
final class GuidedProgress {
  private final GuidedState state;

  private GuidedProgress(GuidedState state) {
    this.state = state;
  }

  static StepState of(GuidedState state, GuidedStep step) {
    GuidedProgress progress = new GuidedProgress(state);
    return switch (step) {
      case PROJECT -> progress.project();
      case MACHINE -> progress.machine();
      case BINARY -> progress.binary();
      case PROCESS -> progress.text("Paste what its threads do, if it hangs");
      case OUTPUT -> progress.text("Paste what you saw, if you have it");
      case RESULT -> progress.result();
    };
  }

  private StepState project() {
    return switch (state.ofChosen()) {
      case ExaminationState.Nothing() ->
          new StepState.ToDo(state.project().map(GuidedState::name).orElse("Choose a folder"));
      case ExaminationState.Running(Path source, Work work, String at) ->
          isOfProject(work)
              ? new StepState.Doing(at)
              : new StepState.Done(GuidedState.name(source) + " was read");
      case ExaminationState.Cancelled(Path source) ->
          new StepState.Stopped(GuidedState.name(source) + " was not looked at to the end");
      case ExaminationState.Failed(Path _, String reason) -> new StepState.Failed(reason);
      case ExaminationState.Done(Path source, Examination examination, Optional<String> _) ->
          new StepState.Done(read(source, examination));
    };
  }

  /** What is looked at of the machine is named where no step of its own does. */
  private boolean isOfProject(Work work) {
    return work == Work.PROJECT || (work == Work.MACHINE && !state.plan().has(GuidedStep.MACHINE));
  }

  private static String read(Path source, Examination examination) {
    Optional<Project> project = examination.snapshot().project();
    int packages =
        project
            .map(of -> of.workspaces().stream().mapToInt(each -> each.members().size()).sum())
            .orElse(0);
    int missed = project.map(of -> of.notExamined().size()).orElse(0);
    return "%s: %s read%s"
        .formatted(
            GuidedState.name(source),
            Counted.of(packages, "package"),
            missed == 0 ? "" : ", " + Counted.of(missed, "file") + " not");
  }

  private StepState machine() {
    return switch (state.ofChosen()) {
      case ExaminationState.Running(Path _, Work work, String at) when work == Work.MACHINE ->
          new StepState.Doing(at);
      case ExaminationState.Running(Path _, Work work, String _) when work == Work.CHECKS ->
          new StepState.Done("Pythons and tools were asked");
      case ExaminationState.Done done -> new StepState.Done(taken(done.examination()));
      default -> new StepState.ToDo("Looked at together with the project");
    };
  }

  private static String taken(Examination examination) {
    List<MachineReport.Entry> builds =
        MachineReport.of(examination.snapshot().machine(), examination.surroundings())
            .sections()
            .getFirst()
            .entries();
    if (builds.isEmpty()) return "Pythons and tools were asked";
    String first = builds.getFirst().title();
    return builds.size() == 1 ? first : first + ", and " + (builds.size() - 1) + " more";
  }

  private StepState binary() {
    return switch (state.inspection()) {
      case InspectionState.Running(Path file) -> new StepState.Doing(file.toString());
      case InspectionState.Failed(Path file, String reason) ->
          new StepState.Failed(GuidedState.name(file) + " " + reason);
      case InspectionState.Done(Path file, Inspected inspected) -> inspected(file, inspected);
      case InspectionState.Nothing() -> built();
    };
  }

  private StepState inspected(Path file, Inspected inspected) {
    String name = GuidedState.name(file);
    Optional<String> topic = InspectTopic.of(inspected);
    if (topic.equals(Optional.of(state.plan().topic().id()))) {
      return new StepState.Found(name + " has this trouble");
    }
    if (topic.isPresent()) return new StepState.Done(name + " has another trouble");
    return new StepState.Done(
        switch (inspected.whole().outcome()) {
          case LOADS -> name + " loads";
          case UNKNOWN -> name + ": could not be told";
          default -> name + " does not load, for no reason of PyO3's";
        });
  }

  /** The project's own built files are looked at with it. */
  private StepState built() {
    Optional<Machine> machine = state.examined().map(done -> done.snapshot().machine());
    if (machine.isEmpty()) return new StepState.ToDo("Choose one, if you have it");
    int files =
        machine.get().modules().size()
            + machine.get().windows().map(windows -> windows.binaries().size()).orElse(0);
    if (files > 0) {
      return new StepState.Done(Counted.of(files, "file") + " of the project looked at");
    }
    return unlessFound("None is built in the project: choose one");
  }

  private StepState unlessFound(String text) {
    boolean found = state.examined().filter(done -> !done.findings().isEmpty()).isPresent();
    return found ? new StepState.NotNeeded("Not needed: found already") : new StepState.ToDo(text);
  }

  private StepState text(String toDo) {
    if (state.log().isEmpty()) return unlessFound(toDo);
    LogReading log = state.log().get();
    return switch (log.state()) {
      case LogState.Running() -> new StepState.Doing(log.name());
      case LogState.Cancelled() -> new StepState.Stopped(log.name() + " was not read to the end");
      case LogState.Failed(String reason) -> new StepState.Failed(log.name() + " " + reason);
      case LogState.Done(List<Match> matches) -> read(matches);
    };
  }

  private StepState read(List<Match> matches) {
    Optional<Match> ours =
        matches.stream()
            .filter(match -> match.topic().equals(state.plan().topic().id()))
            .findFirst();
    if (ours.isPresent()) return new StepState.Found("Line " + ours.get().first() + " says so");
    return new StepState.Done(
        matches.isEmpty() ? "Nothing in it is recognised" : "It tells of another trouble");
  }

  private StepState result() {
    if (state.ofChosen() instanceof ExaminationState.Running(Path _, Work work, String at)
        && work == Work.CHECKS) {
      return new StepState.Doing(at);
    }
    GuidedVerdict verdict = state.verdict();
    return switch (verdict.kind()) {
      case NONE_YET -> new StepState.ToDo("Nothing was looked at yet");
      case FOUND -> new StepState.Found("This trouble was found");
      case OPEN -> new StepState.ToDo("Could not be told yet");
      case NOT_SEEN -> new StepState.Done("Nothing of it was found");
    };
  }
}
