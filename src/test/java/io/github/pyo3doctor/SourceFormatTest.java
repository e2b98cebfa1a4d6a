package io.github.pyo3doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every source file is as google-java-format writes it. */
class SourceFormatTest {
  private static final boolean WRITE = "write".equals(System.getProperty("format"));

  @Test
  void everySourceFileIsAsTheFormatterWritesIt() throws Exception {
    List<String> different = new ArrayList<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      String formatted = formatted(file, source);
      if (source.equals(formatted)) continue;
      if (WRITE) Files.writeString(file, formatted);
      else different.add(file.toString());
    }

    assertThat(different)
        .as("not formatted; mend with: ./mvnw test -Dtest=SourceFormatTest -Dformat=write")
        .isEmpty();
  }

  private static String formatted(Path file, String source) {
    try {
      return new Formatter().formatSourceAndFixImports(source);
    } catch (FormatterException e) {
      throw new AssertionError(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of("src"))) {
      return tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
