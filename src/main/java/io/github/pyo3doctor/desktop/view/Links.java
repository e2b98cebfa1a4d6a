package io.github.pyo3doctor.desktop.view;

/** Follows a link: an anchor of the same article, or an address in the user's browser. */
@FunctionalInterface
public interface Links {
  void follow(String target);
}
