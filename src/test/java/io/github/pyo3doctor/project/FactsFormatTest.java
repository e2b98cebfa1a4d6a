package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactsFormatTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "checks");

  private static List<RustFacts> facts() throws IOException {
    try (var files = Files.walk(FIXTURES)) {
      return files
          .filter(file -> file.toString().endsWith(".rs"))
          .flatMap(
              file ->
                  Stream.of(
                      RustScanner.scan("src/é.rs", text(file)),
                      RustScanner.outline("src/é.rs", text(file))))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws Exception {
    List<RustFacts> facts = facts();

    assertThat(facts).anyMatch(each -> each.python().isPresent());
    assertThat(facts).anyMatch(each -> each.waiting().isPresent());
    assertThat(facts).anyMatch(each -> each.api().isPresent());
    assertThat(facts).anyMatch(each -> !each.modules().isEmpty());
    assertThat(facts).anyMatch(RustFacts::outline);
    for (RustFacts each : facts) {
      assertThat(FactsFormat.read(ByteBuffer.wrap(FactsFormat.write(each)), "src/é.rs"))
          .isEqualTo(each);
    }
  }

  @Test
  void numbersOfAnySizeAreReadBack() {
    FactsOutput out = new FactsOutput();
    long[] numbers = {0, 127, 128, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE};
    for (long number : numbers) {
      out.number(number);
    }

    FactsInput in = new FactsInput(ByteBuffer.wrap(out.collected()), "");

    for (long number : numbers) {
      assertThat(in.number()).isEqualTo(number);
    }
  }
}
