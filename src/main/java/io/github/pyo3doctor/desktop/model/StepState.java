package io.github.pyo3doctor.desktop.model;

/** How far a step of a guided check is, with one line for people. */
public sealed interface StepState {
  /** The line. */
  String text();

  /** It waits for somebody. */
  record ToDo(String text) implements StepState {}

  /**
   * Work is going on.
   *
   * @param text what is being looked at
   */
  record Doing(String text) implements StepState {}

  /** It is done, and nothing of the trouble was seen. */
  record Done(String text) implements StepState {}

  /** It is done, and the trouble was seen. */
  record Found(String text) implements StepState {}

  /** It would tell nothing more. */
  record NotNeeded(String text) implements StepState {}

  /** The user stopped it. */
  record Stopped(String text) implements StepState {}

  /** It could not be done. */
  record Failed(String text) implements StepState {}

  /** Whether there is something to be done by the user. */
  default boolean isOpen() {
    return switch (this) {
      case ToDo _, Stopped _, Failed _ -> true;
      case Doing _, Done _, Found _, NotNeeded _ -> false;
    };
  }
}
