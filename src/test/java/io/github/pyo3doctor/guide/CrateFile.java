package io.github.pyo3doctor.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Writes {@code .crate} archives as {@code cargo package} does: a gzipped tar of one folder. */
public final class CrateFile implements AutoCloseable {
  private final TarArchiveOutputStream tar;

  CrateFile(Path file) throws IOException {
    tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(Files.newOutputStream(file)));
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
  }

  /** Packs a folder. */
  public static Path of(Path folder, Path file) throws IOException {
    String name = file.getFileName().toString().replace(".crate", "");
    try (CrateFile crate = new CrateFile(file);
        Stream<Path> tree = Files.walk(folder)) {
      List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
      for (Path each : files) {
        String path = name + "/" + folder.relativize(each).toString().replace('\\', '/');
        crate.with(path, Files.readString(each));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return file;
  }

  CrateFile with(String path, String text) throws IOException {
    return with(new TarArchiveEntry(path, true), text.getBytes(StandardCharsets.UTF_8));
  }

  CrateFile with(TarArchiveEntry entry, byte[] content) throws IOException {
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
    return this;
  }

  CrateFile link(String path, byte kind, String target) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(path, kind, true);
    entry.setLinkName(target);
    return with(entry, new byte[0]);
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
