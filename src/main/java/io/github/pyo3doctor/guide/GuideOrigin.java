package io.github.pyo3doctor.guide;

/** How a guide came to this machine; of two of the same release the one named first is opened. */
public enum GuideOrigin {
  /** The user named it. */
  NAMED("named"),
  /** The project builds with a PyO3 of its own. */
  PATH_DEPENDENCY("path dependency"),
  /** {@code cargo vendor}. */
  VENDORED("vendored"),
  /** Cargo's registry, unpacked. */
  REGISTRY("registry"),
  /** Cargo's registry, as downloaded. */
  ARCHIVE("archive"),
  /** Cargo's checkout of a git dependency. */
  GIT_CHECKOUT("git checkout");

  private final String words;

  GuideOrigin(String words) {
    this.words = words;
  }

  /** The words shown. */
  public String words() {
    return words;
  }
}
