package io.github.pyo3doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietLoggingTest {
  @AfterEach
  void logAsBefore() throws Exception {
    System.clearProperty("java.util.logging.config.class");
    LogManager.getLogManager().readConfiguration();
  }

  @Test
  void whatLibrariesLogIsKeptFromTheUserOnceSomethingIsLogged() throws Exception {
    QuietLogging.prepare();
    LogManager.getLogManager().readConfiguration(); // as Java does before the first line is logged

    assertThat(Logger.getLogger("some.library").isLoggable(Level.SEVERE)).isFalse();
  }
}
