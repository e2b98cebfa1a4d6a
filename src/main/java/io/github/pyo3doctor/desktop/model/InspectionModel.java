package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.binary.MalformedBinaryException;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.snapshot.Inspected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Inspects one binary or wheel at a time; the last one asked for is the one shown. */
public final class InspectionModel {
  private final Inspector inspector;
  private final Threads threads;
  private final ReadOnlyObjectWrapper<InspectionState> state =
      new ReadOnlyObjectWrapper<>(new InspectionState.Nothing());
  private Optional<Path> inHand = Optional.empty();

  /** Says what a loader would do with a file. */
  @FunctionalInterface
  public interface Inspector {
    /** What it is found to do, of a wheel what each library in it does. */
    Inspected inspect(Path file) throws IOException;
  }

  /** An inspection that has not begun. */
  public InspectionModel(Inspector inspector, Threads threads) {
    this.inspector = inspector;
    this.threads = threads;
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<InspectionState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Begins to inspect a file. */
  public void inspect(Path file) {
    inHand = Optional.of(file);
    state.set(new InspectionState.Running(file));
    threads.work().execute(() -> work(file));
  }

  /** Inspects the file in hand once more. */
  public void again() {
    inHand.ifPresent(this::inspect);
  }

  /** Waits for the one in hand no longer; what it comes to is thrown away. */
  public void cancel() {
    if (!(state.get() instanceof InspectionState.Running)) return;
    inHand = Optional.empty();
    state.set(new InspectionState.Nothing());
  }

  private void work(Path file) {
    InspectionState end = end(file);
    threads.show().execute(() -> show(file, end));
  }

  private InspectionState end(Path file) {
    try {
      return new InspectionState.Done(file, inspector.inspect(file));
    } catch (MalformedBinaryException e) {
      String what = "is damaged, or no program, library or wheel: ";
      return new InspectionState.Failed(file, what + e.getMessage());
    } catch (IOException e) {
      return new InspectionState.Failed(file, TextFiles.reason(e));
    } catch (RuntimeException e) {
      String what = "met a mistake in this program, which please report: ";
      return new InspectionState.Failed(file, what + e);
    }
  }

  private void show(Path file, InspectionState end) {
    if (inHand.filter(file::equals).isPresent()) state.set(end);
  }
}
