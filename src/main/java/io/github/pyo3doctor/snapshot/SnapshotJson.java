package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Snapshots as JSON, both ways. Fields this program does not know are passed over: the shape only
 * grows.
 */
public final class SnapshotJson {
  private static final Pattern MISSING =
      Pattern.compile("Null value for creator property '(\\w+)'");

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .withConfigOverride(
              List.class,
              list -> list.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
          .build();

  /** The snapshot as indented JSON. */
  public String write(Snapshot snapshot) {
    return mapper.writeValueAsString(snapshot) + "\n";
  }

  /** The snapshot as indented JSON, every text in it redacted. */
  public String write(Snapshot snapshot, Redaction redaction) {
    return mapper.writeValueAsString(redacted(mapper.valueToTree(snapshot), redaction)) + "\n";
  }

  private JsonNode redacted(JsonNode node, Redaction redaction) {
    return switch (node) {
      case StringNode text -> StringNode.valueOf(redaction.apply(text.stringValue()));
      case ArrayNode array -> {
        ArrayNode copy = mapper.createArrayNode();
        array.forEach(element -> copy.add(redacted(element, redaction)));
        yield copy;
      }
      case ObjectNode object -> {
        ObjectNode copy = mapper.createObjectNode();
        object.forEachEntry((name, value) -> copy.set(name, redacted(value, redaction)));
        yield copy;
      }
      default -> node;
    };
  }

  /**
   * Reads a snapshot.
   *
   * @throws UnreadableFileException when the file cannot be read, is no snapshot, or is one of a
   *     newer program
   */
  public Snapshot read(Path file) throws UnreadableFileException {
    String text = TextFiles.read(file);
    try {
      Snapshot snapshot = mapper.readValue(text, Snapshot.class);
      if (snapshot.schemaVersion() > Snapshot.SCHEMA_VERSION) {
        throw new UnreadableFileException(
            file,
            "was written by a newer PyO3 Doctor ("
                + snapshot.doctorVersion()
                + "): update this one");
      }
      return snapshot;
    } catch (JacksonException e) {
      throw new UnreadableFileException(file, line(e), column(e), "is no snapshot: " + reason(e));
    }
  }

  private static int line(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null ? 1 : Math.max(1, at.getLineNr());
  }

  private static int column(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null ? 1 : Math.max(1, at.getColumnNr());
  }

  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
    Matcher missing = MISSING.matcher(message);
    return missing.find() ? "`" + missing.group(1) + "` is missing" : message;
  }
}
