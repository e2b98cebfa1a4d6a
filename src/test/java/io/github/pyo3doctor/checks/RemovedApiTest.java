package io.github.pyo3doctor.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cargo refuses every name of {@code [[removed-api]]} from the release on that is said to be
 * without it, and takes it from the one on that deprecates it until then. Runs with {@code
 * -Dapi=0.28.3} against that PyO3, which Cargo has to have already.
 */
@EnabledIfSystemProperty(named = "api", matches = "\\d+\\.\\d+\\.\\d+")
class RemovedApiTest {
  private static final Set<String> MISSING =
      Set.of("E0599", "E0432", "E0433", "E0603", "E0412", "E0405", "E0425");

  private static final String HEAD =
      """
      #![allow(unused)]
      use pyo3::buffer::PyBuffer;
      use pyo3::exceptions::*;
      use pyo3::prelude::*;
      use pyo3::types::*;
      """;

  /** Things that a method may be one of. */
  private static final List<String> RECEIVERS =
      List.of("i32", "PyErr", "Py<PyAny>", "&Bound<'_, PyAny>", "[(&str, i32); 1]");

  @Test
  void cargoRefusesWhatIsGoneAndTakesWhatIsDeprecated() throws Exception {
    String pyo3 = System.getProperty("api");
    Version version = Version.parse(pyo3).orElseThrow();
    Map<String, Boolean> expected = new LinkedHashMap<>();
    for (Map<String, String> entry : new Libraries().facts().entries("removed-api")) {
      boolean gone = reached(version, entry, "removed-since");
      boolean deprecated = reached(version, entry, "deprecated-since");
      for (String name : entry.getOrDefault("names", "").strip().split("\\s+", -1)) {
        boolean tried = !name.equals("pyo3::types::PyMutex"); // needs another Python
        if (tried && (gone || deprecated)) {
          expected.put(name, gone);
        }
      }
    }
    assertThat(expected).isNotEmpty();

    assertThat(refused(pyo3, expected.keySet())).containsExactlyEntriesOf(expected);
  }

  private static boolean reached(Version version, Map<String, String> entry, String key) {
    return Version.parse(entry.getOrDefault(key, "none")).filter(version::atLeast).isPresent();
  }

  private static Map<String, Boolean> refused(String pyo3, Set<String> names) throws Exception {
    Path crate = Path.of("target/removed-api");
    Files.createDirectories(crate);
    Files.writeString(crate.resolve("nothing.rs"), "");
    String feature =
        pyo3.matches("0\\.2[12]\\..*")
            ? "\"gil-refs\""
            : pyo3.startsWith("0.17.") ? "\"pyproto\"" : "";
    StringBuilder manifest =
        new StringBuilder(
            """
            [package]
            name = "removed-api"
            version = "0.1.0"
            edition = "2021"
            autoexamples = false
            [lib]
            path = "nothing.rs"
            [dependencies]
            pyo3 = { version = "=%s", features = [%s] }
            [workspace]
            """
                .formatted(pyo3, feature));
    Map<String, String> nameOf = new LinkedHashMap<>();
    for (String name : names) {
      for (String code : probes(name)) {
        String probe = "p" + nameOf.size();
        nameOf.put(probe, name);
        Files.writeString(crate.resolve(probe + ".rs"), HEAD + code);
        manifest.append(
            "[[example]]\nname = \"%s\"\npath = \"%s.rs\"\ncrate-type = [\"rlib\"]\n"
                .formatted(probe, probe));
      }
    }
    Files.writeString(crate.resolve("Cargo.toml"), manifest);
    Process cargo =
        new ProcessBuilder(
                "cargo",
                "check",
                "--offline",
                "--quiet",
                "--examples",
                "--keep-going",
                "--message-format=json")
            .directory(crate.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Set<String> failed = new HashSet<>();
    for (String line : new String(cargo.getInputStream().readAllBytes(), UTF_8).split("\n", -1)) {
      if (line.startsWith("{")) {
        JsonNode message = new JsonMapper().readTree(line);
        String probe = message.path("target").path("name").asString("");
        boolean error = message.path("message").path("level").asString("").equals("error");
        String code = message.path("message").path("code").path("code").asString("");
        boolean anyCounts = nameOf.getOrDefault(probe, "").matches("[&#].*");
        if (error && (anyCounts || MISSING.contains(code))) {
          failed.add(probe);
        }
      }
    }
    cargo.waitFor();
    Map<String, Boolean> found = new HashMap<>();
    nameOf.forEach((probe, name) -> found.merge(name, failed.contains(probe), Boolean::logicalAnd));
    Map<String, Boolean> ordered = new LinkedHashMap<>();
    names.forEach(name -> ordered.put(name, found.get(name)));
    return ordered;
  }

  /** Programs of which none compiles when there is no such name, and some may in any case. */
  private static List<String> probes(String name) {
    if (name.startsWith("pyo3::")) {
      return List.of("use " + name + " as probe;");
    }
    if (name.startsWith("&")) {
      return List.of("#[pyfunction]\nfn probe(_argument: " + name + ") {}");
    }
    if (name.startsWith("#[pyfunction(")) {
      String options = name.contains("=") ? "(count = \"1\")" : "(\"*\", count = 1)";
      return List.of("#[pyfunction" + options + "]\nfn probe(count: i32) -> i32 { count }");
    }
    if (name.startsWith("#[pyfn(")) {
      String options = name.contains("=") ? "(m, count = \"1\")" : "(m, \"other\")";
      return List.of(
          "#[pymodule]\nfn probe(_py: Python, m: &PyModule) -> PyResult<()> {\n#[pyfn"
              + options
              + "]\nfn inner(count: i32) -> i32 { count }\nOk(()) }");
    }
    if (name.startsWith("#[") && !name.contains("(")) {
      String attribute =
          switch (name) {
            case "#[args]" -> "#[args(count = \"1\")]";
            case "#[call]", "#[__call__]" -> name;
            default ->
                name.replace("]", " = \"(count)\"]").replace("name = \"(count)\"", "name = \"n\"");
          };
      return List.of(
          "#[pyclass]\nstruct Probe {}\n#[pymethods]\nimpl Probe { "
              + attribute
              + " fn probe(&self, count: i32) -> i32 { count } }");
    }
    if (name.startsWith("#")) {
      return List.of(name.replace("text_signature", "text_signature = \"()\"") + "\nstruct Probe;");
    }
    if (name.startsWith(".")) {
      String call = name.endsWith("(py)") ? name : name + "()";
      List<String> probes = new ArrayList<>();
      for (String receiver : RECEIVERS) {
        probes.add(
            "fn probe(py: Python<'_>, value: " + receiver + ") { let _ = value" + call + "; }");
      }
      return probes;
    }
    String path = name.startsWith("Py::") ? "Py::<PyAny>" + name.substring(2) : name;
    return List.of("fn probe() { let _ = " + path + "; }");
  }
}
