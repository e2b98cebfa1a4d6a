package io.github.pyo3doctor.desktop.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The filter of the findings; each project keeps its own until the app is closed. */
public final class FilterModel {
  private final ReadOnlyObjectWrapper<FindingFilter> filter =
      new ReadOnlyObjectWrapper<>(FindingFilter.NONE);
  private final Map<Path, FindingFilter> kept = new HashMap<>();
  private Optional<Path> project = Optional.empty();

  /** The filter of the project in hand. */
  public ReadOnlyObjectProperty<FindingFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** The filter now. */
  public FindingFilter filter() {
    return filter.get();
  }

  /** Another project, or the same, is in hand. */
  public void openFor(Path source) {
    project = Optional.of(source);
    filter.set(kept.getOrDefault(source, FindingFilter.NONE));
  }

  /** Sets the filter anew, and keeps it for the project. */
  public void change(UnaryOperator<FindingFilter> how) {
    FindingFilter next = how.apply(filter.get());
    project.ifPresent(of -> kept.put(of, next));
    filter.set(next);
  }

  /** Lets all findings through again. */
  public void clear() {
    change(before -> FindingFilter.NONE);
  }
}
