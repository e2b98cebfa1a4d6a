package io.github.pyo3doctor.desktop.model;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The places visited, with a way back and forward, as in a browser. */
public final class Navigation {
  private final Deque<Place> before = new ArrayDeque<>();
  private final Deque<Place> after = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place.Start());
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

  /** Where the user is. */
  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** Whether there is a place to go back to. */
  public ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }

  /** Whether there is a place to go forward to. */
  public ReadOnlyBooleanProperty canGoForwardProperty() {
    return canGoForward.getReadOnlyProperty();
  }

  /** Where the user is now. */
  public Place place() {
    return place.get();
  }

  /** Goes to a place; going where one already is leaves no trace. */
  public void go(Place next) {
    if (next.equals(place())) return;
    before.push(place());
    after.clear();
    arrive(next);
  }

  /** Changes the present place without leaving a step to go back to, as while typing. */
  public void replace(Place next) {
    arrive(next);
  }

  /** Goes one step back, if there is one. */
  public void back() {
    if (before.isEmpty()) return;
    after.push(place());
    arrive(before.pop());
  }

  /** Takes one step back back. */
  public void forward() {
    if (after.isEmpty()) return;
    before.push(place());
    arrive(after.pop());
  }

  private void arrive(Place next) {
    place.set(next);
    canGoBack.set(!before.isEmpty());
    canGoForward.set(!after.isEmpty());
  }
}
