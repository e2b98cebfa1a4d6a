package io.github.pyo3doctor.desktop.view;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** A view that takes the keyboard when its place is gone to. */
interface Focusable {
  /** Moves the keyboard to where one goes on from: the list, or the button that begins. */
  void takeKeyboard();

  /** Shows something else in a view; what had the keyboard goes, so the view takes it again. */
  static <V extends Node & Focusable> void keeping(V view, Runnable show) {
    boolean hadKeyboard = view.isFocusWithin();
    show.run();
    if (hadKeyboard) view.takeKeyboard();
  }

  /** Moves the keyboard to a part of a view that may not have been laid out yet. */
  static void focus(Node part, Node view) {
    // Split panes and scroll panes hold nothing before.
    view.applyCss();
    part.requestFocus();
  }

  /** Moves the keyboard to the first thing in a view that takes it, if there is one. */
  static void focusFirst(Parent view) {
    view.applyCss();
    firstIn(view).ifPresent(Node::requestFocus);
  }

  private static Optional<Node> firstIn(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(child -> first(child).stream())
        .findFirst();
  }

  private static Optional<Node> first(Node node) {
    if (!node.isVisible() || node.isDisabled()) return Optional.empty();
    if (node.isFocusTraversable()) return Optional.of(node);
    return node instanceof Parent parent ? firstIn(parent) : Optional.empty();
  }
}
