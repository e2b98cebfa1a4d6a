package io.github.pyo3doctor.guide;

import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Reads the texts of a {@code .crate}, which is a gzipped tar of one folder. Nothing is unpacked to
 * disk; links, devices and names that lead elsewhere are passed over; what it may unpack to in
 * memory is limited.
 */
final class CrateArchive {
  /** A published {@code pyo3} unpacks to 5 MiB. */
  static final long MOST_BYTES = 64L * 1024 * 1024;

  /** Of one file that is kept; the largest of {@code pyo3}'s is its change log, 0.3 MiB. */
  static final int LARGEST_TEXT = 4 * 1024 * 1024;

  static final int MOST_ENTRIES = 20_000;

  /** The folder that Cargo unpacks it to, which is the one in it. */
  static final Pattern FOLDER = Pattern.compile("pyo3-(\\d+\\.\\d+\\.\\d+[\\w.+-]*?)");

  static final Pattern FILE = Pattern.compile(FOLDER + "\\.crate");

  private CrateArchive() {}

  /** The release that the archive's name tells, or the folder in it. */
  static Optional<Pyo3Release> release(Path archive) throws UnreadableFileException {
    Matcher name = FILE.matcher(archive.getFileName().toString());
    if (name.matches()) return Optional.of(new Pyo3Release(name.group(1)));
    try (TarArchiveInputStream tar = open(archive)) {
      TarArchiveEntry first = tar.getNextEntry();
      String folder = first == null ? "" : first.getName().split("/", 2)[0];
      Matcher release = FOLDER.matcher(folder);
      return release.matches() ? Optional.of(new Pyo3Release(release.group(1))) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(archive, e);
    }
  }

  /**
   * The texts that a guide may be made of, by their paths in the crate.
   *
   * @throws UnreadableFileException when it is no such archive, or a too large one
   */
  static Map<String, String> texts(Path archive) throws UnreadableFileException {
    Map<String, String> texts = new HashMap<>();
    try (TarArchiveInputStream tar = open(archive)) {
      int entries = 0;
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        if (++entries > MOST_ENTRIES) {
          throw new IOException("it holds more than " + MOST_ENTRIES + " files");
        }
        Optional<String> path = pathInCrate(entry);
        if (path.isPresent() && isWanted(path.get()) && entry.getSize() <= LARGEST_TEXT) {
          texts.put(path.get(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(archive, e);
    }
    return texts;
  }

  private static TarArchiveInputStream open(Path archive)
      throws IOException, UnreadableFileException {
    if (Files.exists(archive) && !Files.isRegularFile(archive)) {
      throw new UnreadableFileException(archive, "is no regular file");
    }
    InputStream packed = new BufferedInputStream(Files.newInputStream(archive));
    try {
      return new TarArchiveInputStream(new Limited(new GZIPInputStream(packed)));
    } catch (IOException | RuntimeException e) {
      packed.close();
      throw e;
    }
  }

  private static UnreadableFileException unreadable(Path archive, Exception e) {
    String reason =
        e instanceof FileSystemException io
            ? TextFiles.reason(io)
            : "is no crate archive that can be read: " + e.getMessage();
    return new UnreadableFileException(archive, reason.strip().replaceAll("\\s+", " "));
  }

  /** The path below the archive's one folder; empty for what is no plain file of the crate. */
  private static Optional<String> pathInCrate(TarArchiveEntry entry) {
    boolean plain =
        entry.getLinkFlag() == TarConstants.LF_NORMAL
            || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    List<String> parts = List.of(entry.getName().split("/", -1));
    boolean inside =
        parts.size() > 1
            && parts.stream()
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))
            && !entry.getName().contains("\\");
    return plain && inside
        ? Optional.of(String.join("/", parts.subList(1, parts.size())))
        : Optional.empty();
  }

  /** Pages, and whatever pages may include. */
  private static boolean isWanted(String path) {
    return path.endsWith(".md") || path.startsWith("guide/") || path.startsWith("examples/");
  }

  /** Ends a stream that goes on for too long. */
  private static final class Limited extends FilterInputStream {
    private long left = MOST_BYTES;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) count(1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long length) throws IOException {
      long skipped = super.skip(length);
      count(skipped);
      return skipped;
    }

    private void count(long bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("it unpacks to more than " + MOST_BYTES / 1048576 + " MiB");
      }
    }
  }
}
