package io.github.pyo3doctor.faq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The files of {@code faq-data}, wherever the program runs from: its jar, or a folder of classes.
 */
final class BundledFiles {
  private static final String ROOT = "faq-data/";
  private static final String TOPICS = "topics/";

  /** The text of a file, by its name below {@code faq-data}. */
  String read(String name) {
    try (InputStream in = resource(name).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all topic files, sorted. */
  List<String> topicFiles() {
    try {
      URLConnection connection = resource(TOPICS).openConnection();
      return connection instanceof JarURLConnection jar
          ? inJar(jar)
          : inFolder(resource(TOPICS).toURI());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> inJar(JarURLConnection jar) throws IOException {
    return jar.getJarFile().stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(ROOT + TOPICS) && name.endsWith(".md"))
        .map(name -> name.substring(ROOT.length()))
        .sorted()
        .toList();
  }

  private static List<String> inFolder(URI folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .map(name -> TOPICS + name)
          .sorted()
          .toList();
    }
  }

  private static URL resource(String name) {
    URL found = BundledFiles.class.getClassLoader().getResource(ROOT + name);
    if (found == null) throw new IllegalStateException("not in the program's jar: " + ROOT + name);
    return found;
  }
}
