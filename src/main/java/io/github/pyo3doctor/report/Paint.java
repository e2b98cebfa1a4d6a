package io.github.pyo3doctor.report;

import java.util.Map;

/** Colours for a terminal, or none. */
public enum Paint {
  /** ANSI escape sequences. */
  ANSI,
  /** Text as it is, for files, pipes and {@code NO_COLOR}. */
  NONE;

  /**
   * The colours for an output: none unless it is a terminal that has some, and none for who wants
   * none. Source: no-color.org, by which an empty {@code NO_COLOR} means nothing.
   */
  public static Paint on(boolean terminal, Map<String, String> environment) {
    boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean without = environment.getOrDefault("TERM", "").equals("dumb");
    return terminal && !unwanted && !without ? ANSI : NONE;
  }

  /** For what stands out. */
  public String bold(String text) {
    return wrap("1", text);
  }

  String faint(String text) {
    return wrap("2", text);
  }

  /** For a word that stands for others. */
  public String italic(String text) {
    return wrap("3", text);
  }

  String red(String text) {
    return wrap("1;31", text);
  }

  /** For what a person should look at. */
  public String yellow(String text) {
    return wrap("1;33", text);
  }

  String blue(String text) {
    return wrap("1;34", text);
  }

  /** For what is good, or added. */
  public String green(String text) {
    return wrap("32", text);
  }

  private String wrap(String code, String text) {
    return this == NONE || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
