package io.github.pyo3doctor.guide;

/** How a guide came to this machine; of two of the same release the one named first is opened. */
public enum GuideOrigin {
  /** The user named it. */
  NAMED,
  /** The project builds with a PyO3 of its own. */
  PATH_DEPENDENCY,
  /** {@code cargo vendor}. */
  VENDORED,
  /** Cargo's registry, unpacked. */
  REGISTRY,
  /** Cargo's registry, as downloaded. */
  ARCHIVE,
  /** Cargo's checkout of a git dependency. */
  GIT_CHECKOUT
}
