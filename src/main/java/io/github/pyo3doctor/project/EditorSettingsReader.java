package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.EditorSettings;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads {@code .vscode/settings.json} in the folders of a project's packages and above, up to the
 * project's own: JSON with comments and commas behind the last entry.
 */
final class EditorSettingsReader {
  /** Of an environment only what PyO3 asks for is kept, since others may hold secrets. */
  private static final Pattern WANTED =
      Pattern.compile(
          "(?:rust-analyzer\\.(?:cargo|check|server)\\.extraEnv"
              + "|terminal\\.integrated\\.env\\.(?:linux|osx|windows))\\.PYO3_\\w+"
              + "|rust-analyzer\\.cargo\\.targetDir");

  private final JsonFactory json =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final ProjectFiles files;

  EditorSettingsReader(ProjectFiles files) {
    this.files = files;
  }

  List<EditorSettings> read(List<Workspace> workspaces) {
    List<EditorSettings> found = new ArrayList<>();
    for (Path folder : files.upwards(workspaces)) {
      Path file = folder.resolve(".vscode").resolve("settings.json");
      if (Files.exists(file)) {
        String path = files.relative(file);
        files
            .read(file, Manifests.LIMIT_BYTES)
            .ifPresent(text -> found.add(new EditorSettings(path, settings(path, text))));
      }
    }
    return List.copyOf(found);
  }

  /** Those read before the text stops being JSON, which is then noted. */
  private List<EditorSettings.Setting> settings(String path, String text) {
    List<EditorSettings.Setting> found = new ArrayList<>();
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
      Deque<String> names = new ArrayDeque<>();
      Location at = new Location(path, 1, 1);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME) {
          names.addLast(parser.currentName());
          at = location(path, parser.currentTokenLocation());
        } else if (token == JsonToken.START_ARRAY) {
          parser.skipChildren();
          names.pollLast();
        } else if (token == JsonToken.END_OBJECT) {
          names.pollLast();
        } else if (token.isScalarValue()) {
          String name = String.join(".", names);
          if (WANTED.matcher(name).matches() && token != JsonToken.VALUE_NULL) {
            found.add(new EditorSettings.Setting(name, parser.getString(), at));
          }
          names.pollLast();
        }
      }
    } catch (JacksonException broken) {
      TokenStreamLocation where = broken.getLocation();
      Location at = where == null ? new Location(path, 1, 1) : location(path, where);
      files.note(at, "is not JSON from here on; its other settings were not read");
    }
    return List.copyOf(found);
  }

  private static Location location(String path, TokenStreamLocation where) {
    return new Location(path, Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()));
  }
}
