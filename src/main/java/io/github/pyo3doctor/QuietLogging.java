package io.github.pyo3doctor;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/**
 * What libraries log is for us, not for the user; {@code logging.properties} says what is kept.
 *
 * <p>Java makes one of these when something logs for the first time, which few runs come to: to set
 * logging up takes as long as to answer {@code --version}.
 *
 * @see LogManager
 */
public final class QuietLogging {
  /** For Java only; see {@link #prepare()}. */
  public QuietLogging() throws IOException {
    try (InputStream rules = QuietLogging.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(rules);
    }
  }

  /** From now on logging is set up by this class, once there is any. */
  static void prepare() {
    System.setProperty("java.util.logging.config.class", QuietLogging.class.getName());
  }
}
