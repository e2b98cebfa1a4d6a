package io.github.pyo3doctor.faq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every {@code rust,no_run} example of the articles compiles, without a warning about anything
 * deprecated. Runs with {@code -Dexamples=true} against the current PyO3, or with {@code
 * -Dexamples=0.29.3} against that one; Cargo has to have that PyO3 already, nothing is fetched.
 */
@EnabledIfSystemProperty(named = "examples", matches = "true|\\d+\\.\\d+\\.\\d+")
class RustExamplesTest {
  private static final Path TOPICS = Path.of("faq-data/topics");
  private static final Path CRATE = Path.of("target/rust-examples");
  private static final Pattern EXAMPLE =
      Pattern.compile("^```rust,no_run\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void everyExampleCompiles() throws Exception {
    StringBuilder manifest =
        new StringBuilder(
            """
            [package]
            name = "examples-of-the-articles"
            version = "0.1.0"
            edition = "2021"
            autoexamples = false

            [lib]
            path = "nothing.rs"

            [dev-dependencies]
            pyo3 = "=%s"

            [workspace]
            """
                .formatted(pyo3()));
    Files.createDirectories(CRATE);
    Files.writeString(CRATE.resolve("nothing.rs"), "");
    List<String> names = new ArrayList<>();
    for (Path topic : topics()) {
      Matcher example = EXAMPLE.matcher(Files.readString(topic));
      for (int number = 1; example.find(); number++) {
        String name = topic.getFileName().toString().replace(".md", "-" + number);
        Files.writeString(CRATE.resolve(name + ".rs"), source(example.group(1)));
        // A library each, so that an example is the root of its crate and needs no `main`.
        manifest.append(
            """

            [[example]]
            name = "%s"
            path = "%s.rs"
            crate-type = ["rlib"]
            """
                .formatted(name, name));
        names.add(name);
      }
    }
    Files.writeString(CRATE.resolve("Cargo.toml"), manifest);

    assertThat(names).as("examples").hasSizeGreaterThan(20);
    Process cargo =
        new ProcessBuilder("cargo", "check", "--offline", "--quiet", "--examples", "--keep-going")
            .directory(CRATE.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(cargo.getInputStream().readAllBytes(), UTF_8);
    assertThat(cargo.waitFor()).as(said).isZero();
  }

  private static String pyo3() {
    String asked = System.getProperty("examples", "true");
    return asked.equals("true") ? new Libraries().facts().currentPyo3().version() : asked;
  }

  private static List<Path> topics() throws IOException {
    try (Stream<Path> files = Files.list(TOPICS)) {
      return files.sorted().toList();
    }
  }

  /** The example with its hidden lines, as rustdoc would compile it. */
  private static String source(String example) {
    StringBuilder source = new StringBuilder("#![deny(deprecated)]\n#![allow(dead_code)]\n");
    RustHiddenLines.of(example.lines().toList())
        .forEach(line -> source.append(line.text()).append('\n'));
    return source.toString();
  }
}
