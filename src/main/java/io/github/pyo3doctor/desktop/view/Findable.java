package io.github.pyo3doctor.desktop.view;

/** A place with a page whose words can be searched for. */
interface Findable {
  /** Opens the bar that searches the page, or moves the keyboard into it. */
  void find();

  /** Closes the bar and takes the marks away; tells whether it was open. */
  boolean stopFinding();
}
