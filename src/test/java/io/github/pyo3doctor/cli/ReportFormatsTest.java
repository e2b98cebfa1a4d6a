package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.snapshot.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every fixture of every check in the formats that other programs and browsers read. */
class ReportFormatsTest {
  /** One for all, so that the Pythons of this machine are asked once. */
  private static final Doctor DOCTOR = new Doctor("1.2.3");

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Schema SARIF = sarif();

  @TempDir private Path folder;

  static List<List<String>> examined() throws Exception {
    List<List<String>> examined = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(Path.of("src/test/resources/checks"), 2)) {
      for (Path fixture : tree.filter(each -> each.getNameCount() == 6).sorted().toList()) {
        Path snapshot = fixture.resolve("snapshot.json");
        examined.add(
            Files.exists(snapshot)
                ? List.of("--snapshot", snapshot.toString())
                : List.of(fixture.toString()));
      }
    }
    return examined;
  }

  private static String report(String format, List<String> examined) {
    List<String> command = new ArrayList<>(List.of("check", "--format", format));
    command.addAll(examined);
    Ran ran = Ran.command(DOCTOR, command.toArray(String[]::new));
    assertThat(ran.err()).isEmpty();
    return ran.out();
  }

  @ParameterizedTest
  @MethodSource("examined")
  void sarifKeepsToThePublishedSchema(List<String> examined) {
    assertThat(SARIF.validate(report("sarif", examined), InputFormat.JSON)).isEmpty();
  }

  private static Schema sarif() {
    try (InputStream published =
        ReportFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(
              new String(Objects.requireNonNull(published).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("examined")
  void theSarifRegionsHoldTheLinesThatAreThere(List<String> examined) throws Exception {
    assumeTrue(examined.size() == 1);
    JsonNode log = MAPPER.readTree(report("sarif", examined));
    for (JsonNode change :
        log.findValues("artifactChanges").stream().flatMap(JsonNode::valueStream).toList()) {
      Path file = Path.of(change.at("/artifactLocation/uri").asString());
      List<String> lines = Files.readAllLines(file);
      for (JsonNode replacement : change.get("replacements")) {
        JsonNode region = replacement.get("deletedRegion");
        int line = region.get("startLine").asInt();
        assertThat(line).isBetween(1, lines.size());
        if (region.get("endLine").asInt() == line) {
          assertThat(region.get("endColumn").asInt()).isEqualTo(lines.get(line - 1).length() + 1);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examined")
  void theHtmlIsWholeAndNeedsNothingBesideIt(List<String> examined) throws Exception {
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(report("html", examined))));

    NodeList elements = page.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      assertThat(element.getTagName()).isNotIn("script", "img", "link", "iframe");
      String target = element.getAttribute("href");
      if (target.startsWith("#")) {
        assertThat(ids(page)).contains(target.substring(1));
      }
    }
  }

  private static List<String> ids(Document page) {
    List<String> ids = new ArrayList<>();
    NodeList articles = page.getElementsByTagName("article");
    for (int i = 0; i < articles.getLength(); i++) {
      ids.add(((Element) articles.item(i)).getAttribute("id"));
    }
    return ids;
  }

  @Test
  void anAnnotationStandsAtTheLineAsSeenFromTheRepository() throws Exception {
    Path below = Files.createTempDirectory(Path.of("target"), "annotated");
    SampleProject.broken(below);

    assertThat(Ran.command(DOCTOR, "check", "--format", "github", below.toString()).out())
        .startsWith(
            "::error file="
                + below.toString().replace('\\', '/')
                + "/Cargo.toml,line=7,col=1,title=library-is-only-cdylib::`tests/doubles.rs`")
        .contains("%0A· tests/doubles.rs:1")
        .contains("\n1 error; ");
  }

  @Test
  void anAnnotationHasOneLineHoweverStrangeTheFile() {
    SampleProject.broken(folder.resolve("100%, a:b"));
    String out = Ran.command(DOCTOR, "check", "--format", "github", folder.toString()).out();

    assertThat(out.lines()).hasSize(2);
    assertThat(out).startsWith("::error file=100%25%2C a%3Ab/Cargo.toml,line=7,");
  }

  @Test
  void theMarkdownSaysWhatWhereAndWhatWasNotLookedAt() {
    SampleProject.broken(folder.resolve("good"));
    new SampleProject(folder).with("bad/Cargo.toml", "[");

    assertThat(Ran.command(DOCTOR, "check", "--format", "markdown", folder.toString()).out())
        .startsWith("## PyO3 Doctor: 1 error\n\nPyO3 \"0.28\", not locked · ")
        .contains("### `library-is-only-cdylib`\n\n**error**: `good/tests/doubles.rs`")
        .contains("Where: `good/Cargo.toml:7:1`")
        .contains("**not examined**: bad/Cargo.toml:1:2:")
        .doesNotContain("\n\n\n");
  }

  @ParameterizedTest
  @MethodSource("examined")
  void theMarkdownReadsAsThePlainTextDoes(List<String> examined) {
    Node page = Parser.builder().build().parse(report("markdown", examined));
    String html = HtmlRenderer.builder().build().render(page);
    String read = Escaping.unescapeHtml(html.replaceAll("<[^>]*>", ""));

    assertThat(page.getDescendants())
        .noneMatch(node -> node instanceof HtmlInlineBase || node instanceof HtmlBlockBase);
    for (JsonNode finding : MAPPER.readTree(report("json", examined)).get("findings")) {
      assertThat(read).contains(withoutQuotes(finding.get("message").asString()));
      for (JsonNode line : finding.get("evidence")) {
        assertThat(read).contains(withoutQuotes(line.asString()));
      }
    }
  }

  private static String withoutQuotes(String sentence) {
    return new Redaction(List.of(System.getProperty("user.name"))).apply(sentence).replace("`", "");
  }

  @Test
  void aNameIsNoMarkup() throws Exception {
    SampleProject.broken(folder.resolve("<script>x(1)&amp;"))
        .with("tests/<b>a|b.rs", "use doubler;");
    String path = folder.resolve("<script>x(1)&amp;").toString();

    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(report("html", List.of(path)))));

    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("b").getLength()).isZero();
    assertThat(page.getElementsByTagName("title").item(0).getTextContent())
        .endsWith("<script>x(1)&amp;");
    assertThat(page.getDocumentElement().getTextContent()).contains("tests/<b>a|b.rs");
    assertThat(SARIF.validate(report("sarif", List.of(path)), InputFormat.JSON)).isEmpty();
  }

  @Test
  void aReportNamesNobody() {
    String user = System.getProperty("user.name");
    assumeTrue(user.length() > 1);
    SampleProject.broken(folder.resolve(user));

    for (String format : List.of("markdown", "html")) {
      assertThat(Ran.command(DOCTOR, "check", "--format", format, folder.toString()).out())
          .as(format)
          .doesNotContain("/" + user + "/");
    }
  }

  @Test
  void sarifNamesNobodyButFindsAFolderOfThatName() throws Exception {
    String user = System.getProperty("user.name");
    assumeTrue(user.matches("\\w{2,}"));
    String python = "/home/" + user + "/none/bin/python";
    SampleProject.broken(folder.resolve(user))
        .with(".cargo/config.toml", "[env]\nPYO3_PYTHON = \"" + python + "\"\n");
    String path = folder.resolve(user).toString();

    assertThat(report("json", List.of(path))).contains(python);
    JsonNode run = MAPPER.readTree(report("sarif", List.of(path))).at("/runs/0");
    assertThat(run.get("results").toString() + run.get("invocations"))
        .contains("/none/bin/python")
        .doesNotContain("/" + user + "/");
    JsonNode place = MAPPER.readTree(report("sarif", List.of(folder.toString())));
    assertThat(place.findValuesAsString("uri")).contains(user + "/Cargo.toml");
  }
}
