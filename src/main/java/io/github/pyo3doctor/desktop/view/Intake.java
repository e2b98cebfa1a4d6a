package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.BoxModel;
import io.github.pyo3doctor.desktop.model.Dropped;
import io.github.pyo3doctor.symptoms.ReadAs;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** What is put into the window: typed, pasted anywhere, or dropped anywhere. */
final class Intake implements SearchBox.Actions {
  private final BoxModel box;
  private final Actions actions;

  /** What is done with it. */
  interface Actions {
    /** Gives what was dropped to a guided check that is shown; whether it has a use for it. */
    boolean guide(Dropped dropped);

    /**
     * Gives output that was pasted to a guided check that is shown; whether it has a use for it.
     */
    boolean guide(String log);

    /** Searches, as somebody types. */
    void search(String words);

    /** Says what would be done with a file or folder whose path was typed. */
    void offer(Path path);

    /** Opens the first of what the search found. */
    void openFirst();

    /** Moves the keyboard into the list of what was found. */
    void moveIntoList();

    /** Leaves the search, since the box was emptied. */
    void leaveSearch();

    /** Reads output of a tool. */
    void readLog(String log);

    /** Reads output of a tool from a file. */
    void readLog(Path file);

    /** Inspects a program, a library or a wheel. */
    void inspect(Path file);

    /** Examines a project folder, a manifest in it, or a snapshot. */
    void examine(Path source);

    /** Moves the keyboard into the box. */
    void focusBox();

    /** Says in the window why something cannot be done. */
    void say(String text);
  }

  Intake(BoxModel box, Actions actions) {
    this.box = box;
    this.actions = actions;
    box.whenTyped(this::typed);
  }

  /** Takes what is dropped on a window. */
  void listenTo(Scene scene) {
    scene.setOnDragOver(Intake::dragOver);
    scene.setOnDragDropped(this::dropped);
  }

  /** Takes what is in the clipboard, whatever has the keyboard. */
  void pasteAnywhere() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) drop(paths(clipboard.getFiles()));
    else if (clipboard.hasString() && !clipboard.getString().isBlank()) {
      pasted(clipboard.getString());
    }
  }

  /** Takes what was dropped. */
  void drop(List<Path> paths) {
    Dropped dropped = Dropped.of(paths);
    if (actions.guide(dropped)) {
      box.clear();
      return;
    }
    switch (dropped) {
      case Dropped.Project(Path path) -> actions.examine(path);
      case Dropped.Binary(Path file) -> actions.inspect(file);
      case Dropped.Log(Path file) -> actions.readLog(file);
      case Dropped.Unusable(String reason) -> actions.say(reason);
    }
  }

  @Override
  public void pasted(String text) {
    switch (box.put(text)) {
      case ReadAs.Nothing nothing -> {}
      case ReadAs.Words words -> actions.search(words.text());
      case ReadAs.Log log -> readLog(log.text());
      case ReadAs.Place place -> actions.focusBox();
    }
  }

  private void readLog(String log) {
    if (actions.guide(log)) box.clear();
    else actions.readLog(log);
  }

  @Override
  public void open() {
    switch (box.reading()) {
      case ReadAs.Nothing nothing -> {}
      case ReadAs.Words words -> actions.openFirst();
      case ReadAs.Log log -> actions.readLog(log.text());
      case ReadAs.Place place -> drop(List.of(place.path()));
    }
  }

  @Override
  public void readOtherwise() {
    switch (box.readOtherwise()) {
      case ReadAs.Words words -> actions.search(words.text());
      case ReadAs.Log log -> actions.readLog(log.text());
      default -> {}
    }
  }

  @Override
  public void moveIntoList() {
    actions.moveIntoList();
  }

  @Override
  public void clear() {
    box.clear();
    actions.leaveSearch();
  }

  @Override
  public void focusBox() {
    actions.focusBox();
  }

  /** While somebody types, a line that looks like a tool's is searched for too: Enter reads it. */
  private void typed(ReadAs reading) {
    switch (reading) {
      case ReadAs.Nothing nothing -> actions.leaveSearch();
      case ReadAs.Words words -> actions.search(words.text());
      case ReadAs.Log log -> actions.search(log.text());
      case ReadAs.Place place -> actions.offer(place.path());
    }
  }

  private static void dragOver(DragEvent event) {
    boolean usable = event.getDragboard().hasFiles() || event.getDragboard().hasString();
    if (usable) event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<Path> files = paths(event.getDragboard().getFiles());
    String text = event.getDragboard().getString();
    boolean usable = !files.isEmpty() || text != null;
    event.setDropCompleted(usable);
    event.consume();
    // The system waits for this method to return.
    if (!files.isEmpty()) Platform.runLater(() -> drop(files));
    else if (text != null) Platform.runLater(() -> pasted(text));
  }

  private static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }
}
