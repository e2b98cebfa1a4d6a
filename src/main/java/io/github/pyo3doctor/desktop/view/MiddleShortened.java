package io.github.pyo3doctor.desktop.view;

/** Paths that are too long lose their middle: the beginning and the end tell most. */
final class MiddleShortened {
  private MiddleShortened() {}

  static String path(String path, int most) {
    if (path.length() <= most) return path;
    int end = most * 2 / 3;
    return path.substring(0, most - end - 1) + "…" + path.substring(path.length() - end);
  }
}
