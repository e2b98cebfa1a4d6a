package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.desktop.model.GuidedCheck;
import io.github.pyo3doctor.desktop.model.GuidedState;
import io.github.pyo3doctor.desktop.model.GuidedStep;
import io.github.pyo3doctor.desktop.model.InspectionState;
import io.github.pyo3doctor.desktop.model.LogReading;
import io.github.pyo3doctor.desktop.model.StepState;
import io.github.pyo3doctor.report.MachineReport;
import io.github.pyo3doctor.report.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What each step of a guided check asks for, and what was read of it. */
final class GuidedInputs {
  private static final List<String> STACKS =
      List.of(
          "py-spy dump --native --pid PID",
          "gdb -p PID -batch -ex 'thread apply all bt'",
          "lldb -p PID -b -o 'bt all'");

  private final GuidedCheck check;
  private final Supplier<List<Path>> offered;
  private final GuidedView.Actions actions;
  private final Consumer<GuidedStep> look;

  /**
   * The pages of the steps.
   *
   * @param offered the projects to choose from
   * @param look goes to another step
   */
  GuidedInputs(
      GuidedCheck check,
      Supplier<List<Path>> offered,
      GuidedView.Actions actions,
      Consumer<GuidedStep> look) {
    this.check = check;
    this.offered = offered;
    this.actions = actions;
    this.look = look;
  }

  /** The page of a step that is not the result and is not being done. */
  Node page(GuidedStep step, GuidedState state) {
    return switch (step) {
      case PROJECT -> project(state);
      case MACHINE -> machine(state);
      case BINARY -> binary(state);
      case PROCESS, OUTPUT, RESULT -> text(step, state);
    };
  }

  private Node project(GuidedState state) {
    GuidedPage page = new GuidedPage("Which project");
    said(state.step(GuidedStep.PROJECT)).ifPresent(page::add);
    List<Path> known = new ArrayList<>(offered.get());
    state.project().filter(path -> !known.contains(path)).ifPresent(known::addFirst);
    if (!known.isEmpty()) page.add(new ProjectChoice(known, state.project(), check::choose));
    page.add(GuidedPage.buttons(begin(state)));
    page.quiet(
        "Its files and this machine are read; nothing of it is run. A folder can be dropped here"
            + " too.");
    page.list("What will be asked", state.plan().questions());
    return page;
  }

  /** The one button that goes on, and the way to another project. */
  private List<Button> begin(GuidedState state) {
    Button choose = new Button("Choose project folder…", new FontIcon(Feather.FOLDER));
    choose.setId("choose-for-check");
    choose.setOnAction(event -> actions.chooseFolder(check::choose));
    if (state.project().isEmpty()) return List.of(GuidedPage.primary(choose));
    String verb =
        state.step(GuidedStep.PROJECT) instanceof StepState.ToDo ? "Check " : "Check again: ";
    String name = String.valueOf(state.project().get().toAbsolutePath().getFileName());
    Button start =
        new Button(verb + MiddleShortened.path(name, 28), new FontIcon(Feather.CLIPBOARD));
    start.setId("start-check");
    start.setMnemonicParsing(false);
    start.setOnAction(event -> check.start());
    return List.of(GuidedPage.primary(start), choose);
  }

  private Node machine(GuidedState state) {
    GuidedPage page = new GuidedPage("This machine");
    Button whole = new Button("See the whole machine", new FontIcon(Feather.CPU));
    whole.setOnAction(event -> actions.checkMachine());
    if (state.examined().isEmpty()) {
      page.text(
          "Pythons, rustc, cargo and maturin are asked what they are, and the variables that steer"
              + " a build are read, as the builds of your project see them.");
      List<Button> ways = new ArrayList<>(begin(state));
      ways.add(whole);
      page.add(GuidedPage.buttons(ways));
      return page;
    }
    for (MachineReport.Entry entry : builds(state.examined().get())) {
      page.text(entry.title());
      entry.details().forEach(page::quiet);
    }
    page.add(GuidedPage.buttons(List.of(GuidedPage.primary(toResult()), whole)));
    return page;
  }

  private static List<MachineReport.Entry> builds(Examination examination) {
    return MachineReport.of(examination.snapshot().machine(), examination.surroundings())
        .sections()
        .getFirst()
        .entries();
  }

  private Node binary(GuidedState state) {
    GuidedPage page = new GuidedPage("A built file");
    page.text(
        "The program, extension module or wheel that gives you trouble. It is read, never loaded."
            + " It can be dropped here too.");
    StepState now = state.step(GuidedStep.BINARY);
    said(now).ifPresent(page::add);
    Button choose = new Button("Choose a file…", new FontIcon(Feather.FILE));
    choose.setId("choose-file-for-check");
    choose.setOnAction(
        event -> actions.chooseFile("Choose a program, a library or a wheel", check::inspect));
    List<Button> ways = new ArrayList<>(goOn(now, choose));
    if (state.inspection() instanceof InspectionState.Done done) {
      Button how = new Button("How its loader looks", new FontIcon(Feather.PACKAGE));
      how.setOnAction(event -> actions.inspect(done.file()));
      ways.add(how);
    }
    page.add(GuidedPage.buttons(ways));
    return page;
  }

  private Node text(GuidedStep step, GuidedState state) {
    boolean process = step == GuidedStep.PROCESS;
    GuidedPage page = new GuidedPage(process ? "What the process does" : "What you saw");
    if (process) {
      page.text(
          "While it hangs, ask where its threads stand, with one of these and the process's number"
              + " for `PID`. Copy all that is printed.");
      STACKS.forEach(command -> page.add(new CommandLine(command)));
    } else {
      page.text(
          "The output of the build, the traceback or the message: copy all of it, from the first"
              + " error on. A file of it can be dropped here too.");
    }
    StepState now = state.step(step);
    said(now).ifPresent(page::add);
    Button paste = new Button("Paste it", new FontIcon(Feather.CLIPBOARD));
    paste.setId("paste-for-check");
    paste.setOnAction(event -> paste(page));
    Button file = new Button("Choose a file…", new FontIcon(Feather.FILE));
    file.setOnAction(event -> actions.chooseFile("Choose a log", check::read));
    List<Button> ways = new ArrayList<>(goOn(now, paste));
    ways.add(file);
    state.log().filter(log -> !log.matches().isEmpty()).ifPresent(log -> ways.add(linesOf(log)));
    page.add(GuidedPage.buttons(ways));
    return page;
  }

  private Button linesOf(LogReading log) {
    Button lines = new Button("See the lines", new FontIcon(Feather.FILE_TEXT));
    lines.setOnAction(event -> actions.openLog(log));
    return lines;
  }

  private void paste(GuidedPage page) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasString() && !clipboard.getString().isBlank()) {
      check.read(clipboard.getString());
    } else {
      page.text("Nothing was copied yet: copy the output first.");
    }
  }

  /** Where there is an answer, one goes on to the result; else one gives what is asked for. */
  private List<Button> goOn(StepState now, Button give) {
    return now instanceof StepState.Done || now instanceof StepState.Found
        ? List.of(GuidedPage.primary(toResult()), give)
        : List.of(GuidedPage.primary(give));
  }

  private Button toResult() {
    Button result = new Button("See the result", new FontIcon(Feather.ARROW_RIGHT));
    result.setId("see-result");
    result.setOnAction(event -> look.accept(GuidedStep.RESULT));
    return result;
  }

  /** What is said above the buttons of what was done, or why it was not. */
  private static Optional<Node> said(StepState state) {
    return switch (state) {
      case StepState.ToDo _, StepState.Doing _ -> Optional.empty();
      case StepState.Stopped(String text) ->
          Optional.of(GuidedPage.notice("alert-note", "Stopped: " + text + "."));
      case StepState.Failed(String text) ->
          Optional.of(
              GuidedPage.notice(
                  "alert-caution",
                  Summary.capitalized(text)
                      + ". Choose something else, or mend it and try again."));
      case StepState.Done _, StepState.Found _, StepState.NotNeeded _ ->
          Optional.of(GuidedPage.notice("alert-note", Summary.capitalized(state.text()) + "."));
    };
  }
}
