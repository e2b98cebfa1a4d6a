package io.github.pyo3doctor.files;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.LoggerFactory;

/**
 * This program's part of the user's cache folder: what can be made anew, kept because that takes
 * longer. Whatever goes wrong, there is nothing kept. Loggers are made only where something went
 * wrong: that takes longer than a search.
 */
public final class CacheFolder {
  private final Path folder;
  private final String program;

  /**
   * A folder of that path, made when something is kept.
   *
   * @param program which build of this program uses it; what others kept is not read
   */
  public CacheFolder(Path folder, String program) {
    this.folder = folder;
    this.program = program;
  }

  /** The one of this user; none when the program does not run from its jar, as in tests. */
  public static Optional<CacheFolder> ofThisUser() {
    return thisBuild()
        .map(
            build ->
                new CacheFolder(
                    UserFolder.CACHE.in(
                        System.getenv(), Path.of(System.getProperty("user.home", "."))),
                    build));
  }

  /** A jar is another one when its size or its time is: what it bundles may have changed. */
  private static Optional<String> thisBuild() {
    try {
      Path jar =
          Path.of(CacheFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(jar)) return Optional.empty();
      return Optional.of(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
    } catch (IOException | URISyntaxException e) {
      LoggerFactory.getLogger(CacheFolder.class).debug("no cache", e);
      return Optional.empty();
    }
  }

  /** Which build of this program uses the folder. */
  public String program() {
    return program;
  }

  /**
   * What was kept, whole and undamaged, by this build.
   *
   * @param kind what sort of thing it is, a word
   * @param of which one of them
   */
  public Optional<ByteBuffer> read(String kind, String of) {
    try {
      byte[] file = Files.readAllBytes(file(kind, of));
      byte[] head = head(of);
      int end = file.length - Long.BYTES;
      if (end < head.length || ByteBuffer.wrap(file).getLong(end) != sum(file, end)) {
        return Optional.empty();
      }
      ByteBuffer whole = ByteBuffer.wrap(file, 0, end);
      return whole.slice(0, head.length).equals(ByteBuffer.wrap(head))
          ? Optional.of(whole.slice(head.length, end - head.length))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LoggerFactory.getLogger(CacheFolder.class).debug("{} not read", kind, e);
      return Optional.empty();
    }
  }

  /**
   * Keeps something for {@link #read}, and forgets the oldest of its kind.
   *
   * @param most how many of that kind are kept
   */
  public void write(String kind, String of, byte[] content, int most) {
    byte[] head = head(of);
    int length = head.length + content.length;
    ByteBuffer whole = ByteBuffer.allocate(length + Long.BYTES).put(head).put(content);
    whole.putLong(sum(whole.array(), length));
    writeFile(kind, of, whole.array(), most);
  }

  /** Keeps a file that tells by itself what it holds, and forgets the oldest of its kind. */
  public void writeFile(String kind, String of, byte[] content, int most) {
    try {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, kind + "-", ".new");
      try {
        Files.write(beside, content);
        Files.move(beside, file(kind, of), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
      forgetTheOldest(kind, most);
    } catch (IOException e) {
      LoggerFactory.getLogger(CacheFolder.class).debug("{} not kept", kind, e);
    }
  }

  /** Two names may share a file, so each says in itself what it holds. */
  public Path file(String kind, String of) {
    return folder.resolve("%s-%08x".formatted(kind, of.hashCode()));
  }

  private void forgetTheOldest(String kind, int most) throws IOException {
    record Kept(Path file, long time) {}
    List<Kept> kept = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, kind + "-*")) {
      for (Path file : files) kept.add(new Kept(file, Files.getLastModifiedTime(file).toMillis()));
    }
    kept.sort((one, other) -> Long.compare(other.time(), one.time()));
    for (int i = most; i < kept.size(); i++) Files.deleteIfExists(kept.get(i).file);
  }

  private byte[] head(String of) {
    return (program + "\n" + of + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static long sum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }
}
