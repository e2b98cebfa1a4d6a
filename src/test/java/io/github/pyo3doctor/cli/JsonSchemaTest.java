package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.pyo3doctor.SampleWheel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the program prints as JSON is what {@code docs/schemas} promises: no less, and no more. */
class JsonSchemaTest {
  private static final Path SCHEMAS = Path.of("docs/schemas");
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("commands")
  void whatIsPrintedIsWhatIsPromised(String schema, List<String> command) throws Exception {
    assertThat(mistakes(schema, Ran.command(command.toArray(String[]::new)).out())).isEmpty();
  }

  static Stream<Object[]> commands() throws Exception {
    List<Object[]> commands = new ArrayList<>();
    commands.add(new Object[] {"search", List.of("search", "--json", "OnceLock")});
    commands.add(new Object[] {"search", List.of("search", "--json", "xylophone")});
    commands.add(new Object[] {"search", List.of("search", "--json", "dyld[1]: PyErr_Print")});
    try (Stream<Path> logs = Files.list(Path.of("src/test/resources/symptoms"))) {
      for (Path log : logs.filter(Files::isRegularFile).sorted().toList()) {
        commands.add(new Object[] {"explain", List.of("explain", "--json", log.toString())});
      }
    }
    commands.add(new Object[] {"explain", List.of("explain", "--json", "pom.xml")});
    for (String program : List.of("stable.exe", "python312.dll", "delayed.exe")) {
      commands.add(
          new Object[] {
            "inspect", List.of("inspect", "--json", "src/test/resources/pe/x64/" + program)
          });
    }
    String module = "src/test/resources/macho/module-universal2.so";
    commands.add(new Object[] {"inspect", List.of("inspect", "--json", module)});
    commands.add(new Object[] {"faq-list", List.of("faq", "list", "--json")});
    commands.add(new Object[] {"faq-show", List.of("faq", "show", "--json", "once-deadlock")});
    List<String> guide = List.of("--json", "--source", "src/test/resources/guide/crate");
    commands.add(new Object[] {"search", with(guide, "search", "rake")});
    commands.add(new Object[] {"faq-list", with(guide, "faq", "list")});
    commands.add(new Object[] {"faq-show", with(guide, "faq", "show", "beds#spades")});
    try (Stream<Path> checks = Files.list(Path.of("src/test/resources/checks"))) {
      for (Path check : checks.filter(Files::isDirectory).sorted().toList()) {
        try (Stream<Path> fixtures = Files.list(check)) {
          String fixture = fixtures.sorted().findFirst().orElseThrow().toString();
          if (Files.exists(Path.of(fixture, "snapshot.json"))) {
            String snapshot = Path.of(fixture, "snapshot.json").toString();
            commands.add(
                new Object[] {"check", List.of("check", "--json", "--snapshot", snapshot)});
          } else {
            commands.add(new Object[] {"check", List.of("check", "--json", fixture)});
            commands.add(new Object[] {"snapshot", List.of("snapshot", fixture)});
          }
        }
      }
    }
    return commands.stream();
  }

  private static List<String> with(List<String> options, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(options);
    return all;
  }

  @ParameterizedTest
  @MethodSource("writtenSnapshots")
  void aSnapshotOfAWindowsMachineIsWhatIsPromised(Path snapshot) throws Exception {
    assertThat(mistakes("snapshot", Files.readString(snapshot))).isEmpty();
  }

  static List<Path> writtenSnapshots() throws Exception {
    try (Stream<Path> tree = Files.walk(Path.of("src/test/resources/checks"))) {
      return tree.filter(file -> file.endsWith("snapshot.json")).sorted().toList();
    }
  }

  @Test
  void theLibrariesOfAWheelArePartOfThePromise() throws Exception {
    Path wheel = SampleWheel.in(folder);

    String printed = Ran.command("inspect", "--json", wheel.toString()).out();

    assertThat(mistakes("inspect", printed)).isEmpty();
    assertThat(printed).contains("\"format\" : \"wheel\"", "!/module/module.abi3.so");
  }

  @Test
  void whatCouldNotBeReadIsPartOfThePromise() throws Exception {
    SampleProject.broken(folder.resolve("good"));
    new SampleProject(folder).with("bad/Cargo.toml", "[");
    String path = folder.toString();

    assertThat(mistakes("check", Ran.command("check", "--json", path).out())).isEmpty();
    assertThat(mistakes("snapshot", Ran.command("snapshot", path).out())).isEmpty();
  }

  @Test
  void aSnapshotWithoutAProjectIsPartOfThePromise() throws Exception {
    String snapshot =
        """
        {"schemaVersion": 1, "doctorVersion": "1", "project": null,
         "machine": {"os": "LINUX", "variables": [], "windows": null}}
        """;
    Path file = Files.writeString(folder.resolve("s.json"), snapshot);

    assertThat(mistakes("snapshot", snapshot)).isEmpty();
    assertThat(
            mistakes("check", Ran.command("check", "--json", "--snapshot", file.toString()).out()))
        .isEmpty();
  }

  @Test
  void aFieldThatIsMissingOrUnknownIsNoticed() throws Exception {
    String document = Ran.command("search", "--json", "--limit", "1", "OnceLock").out();

    assertThat(mistakes("search", document.replace("\"snippet\"", "\"passage\""))).hasSize(2);
    assertThat(
            mistakes("search", document.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2")))
        .hasSize(1);
  }

  @Test
  void aSchemaAllowsFieldsThatComeLater() throws Exception {
    String document = Ran.command("search", "--json", "OnceLock").out();
    Schema schema = schema(MAPPER.readTree(Files.readString(file("search"))));

    assertThat(schema.validate("{\"later\": 1," + document.substring(1), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void everySchemaIsTried() throws Exception {
    List<String> tried = commands().map(command -> (String) command[0]).distinct().toList();
    try (Stream<Path> schemas = Files.list(SCHEMAS)) {
      assertThat(schemas.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              tried.stream().map(name -> name + ".schema.json").toList());
    }
  }

  /** The mistakes by a schema that allows only the fields it names. */
  private static List<String> mistakes(String schema, String document) throws Exception {
    JsonNode node = MAPPER.readTree(Files.readString(file(schema)));
    close(node);
    return schema(node).validate(document, InputFormat.JSON).stream()
        .map(com.networknt.schema.Error::toString)
        .toList();
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(JsonSchemaTest::close);
  }

  private static Schema schema(JsonNode node) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node);
  }

  private static Path file(String schema) {
    return SCHEMAS.resolve(schema + ".schema.json");
  }
}
