package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.files.UserFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that remembers the settings. One that cannot be read is set aside, never overwritten.
 */
public final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  private final Path file;
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** Settings kept in that file. */
  public SettingsFile(Path file) {
    this.file = file;
  }

  /** The one of this user. */
  public static SettingsFile inUserFolder(Map<String, String> environment, Path home) {
    return new SettingsFile(UserFolder.CONFIG.in(environment, home).resolve("settings.json"));
  }

  /** What is remembered; the defaults when there is nothing or it cannot be read. */
  public Settings read() {
    if (!Files.isRegularFile(file)) return Settings.DEFAULT;
    try {
      return mapper.readValue(Files.readString(file), Settings.class);
    } catch (IOException | JacksonException e) {
      LOG.debug("settings not read", e);
      setAside();
      return Settings.DEFAULT;
    }
  }

  /** Remembers; when that fails the app goes on without. */
  public void write(Settings settings) {
    try {
      Files.createDirectories(file.getParent());
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(beside, mapper.writeValueAsString(settings));
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.debug("settings not written", e);
    }
  }

  private void setAside() {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".broken"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.debug("settings not set aside", e);
    }
  }
}
