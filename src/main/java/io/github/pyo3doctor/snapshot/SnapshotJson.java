package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
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

  /** The largest projects there are come to a tenth of it. */
  private static final int LIMIT_BYTES = 256 * 1024 * 1024;

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
    String text = TextFiles.read(file, LIMIT_BYTES);
    try {
      JsonNode tree = mapper.readTree(text);
      if (!tree.isObject()) throw new UnreadableFileException(file, "is no snapshot");
      refuseNewer(file, tree);
      return mapper.readValue(text, Snapshot.class);
    } catch (JacksonException e) {
      throw new UnreadableFileException(file, line(e), column(e), reason(e));
    }
  }

  /** Before its shape is looked at, which may have changed. */
  private static void refuseNewer(Path file, JsonNode snapshot) throws UnreadableFileException {
    if (snapshot.path("schemaVersion").asInt(0) > Snapshot.SCHEMA_VERSION) {
      throw new UnreadableFileException(
          file,
          "was written by a newer PyO3 Doctor ("
              + snapshot.path("doctorVersion").asString("unknown")
              + "): update this one");
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

  /** In the words of the file, not of the classes it is read into. */
  private static String reason(JacksonException e) {
    if (e instanceof StreamReadException) return "is no snapshot: it is not JSON";
    String path =
        e.getPath().stream()
            .map(at -> at.getPropertyName() == null ? "[]" : at.getPropertyName())
            .collect(Collectors.joining("."));
    return path.isEmpty()
        ? "is no snapshot"
        : "is no snapshot: `" + path + "` is missing or not what it should be";
  }
}
