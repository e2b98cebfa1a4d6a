package io.github.pyo3doctor.binary;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A wheel on the disk. Its libraries can be laid out in a folder as an installer would lay them out
 * (PyPA, "Binary distribution format"); nothing else of it is unpacked, and nothing of it is run.
 */
final class WheelFile implements AutoCloseable {
  private static final int MOST_ENTRIES = 100_000;
  private static final int MOST_LIBRARIES = 5_000;
  private static final long MOST_BYTES = 1L << 33;
  private static final int LARGEST_DIRECTORY = 1 << 25;
  private static final int LONGEST_METADATA = 1 << 20;
  private static final int END = 22;
  private static final int LONGEST_COMMENT = 0xffff;

  private final ZipFile zip;
  private final WheelName name;
  private final List<String> remarks = new ArrayList<>();
  private long unpacked;

  private WheelFile(ZipFile zip, WheelName name) {
    this.zip = zip;
    this.name = name;
  }

  /**
   * A library that was laid out.
   *
   * @param name its path in the wheel
   * @param path where it lies now
   */
  record Laid(String name, Path path) {}

  /**
   * Opens a wheel.
   *
   * @throws MalformedBinaryException if it is none
   * @throws IOException if it cannot be read
   */
  static WheelFile open(Path file) throws IOException {
    WheelName name =
        WheelName.of(String.valueOf(file.getFileName()))
            .orElseThrow(
                () ->
                    new MalformedBinaryException(
                        "its name is not that of a wheel: name-version-python-abi-platform.whl",
                        0));
    boundDirectory(file);
    try {
      ZipFile zip = new ZipFile(file.toFile());
      if (zip.size() > MOST_ENTRIES) {
        zip.close();
        throw new MalformedBinaryException("a wheel of more than 100000 files");
      }
      return new WheelFile(zip, name);
    } catch (ZipException | EOFException e) {
      String reason = Optional.ofNullable(e.getMessage()).orElse("it ends early");
      throw new MalformedBinaryException("no wheel: " + reason, 0);
    }
  }

  /** Java keeps the whole list of files in memory. */
  private static void boundDirectory(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      int size = (int) Math.min(channel.size(), END + LONGEST_COMMENT);
      ByteBuffer tail = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      channel.position(channel.size() - size);
      while (tail.hasRemaining() && channel.read(tail) >= 0) {
        // a channel may deliver less than asked for
      }
      for (int at = size - END; at >= 0; at--) {
        if (tail.getInt(at) == 0x06054b50) {
          if (Integer.toUnsignedLong(tail.getInt(at + 12)) > LARGEST_DIRECTORY) {
            throw new MalformedBinaryException(
                "a list of files of more than 32 MiB", channel.size() - size + at);
          }
          return;
        }
      }
      throw new MalformedBinaryException("no wheel: it is no zip file");
    }
  }

  WheelName name() {
    return name;
  }

  /** What is odd about it, a sentence each. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /**
   * Lays out all libraries below a folder, which stands for the {@code prefix} of an installation.
   *
   * @param site the folder below it that stands for {@code site-packages}
   */
  List<Laid> layOut(Path prefix, Path site) throws IOException {
    List<Laid> laid = new ArrayList<>();
    byte[] start = new byte[4];
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (entry.isDirectory()) {
        continue;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        if (in.readNBytes(start, 0, 4) < 4 || !Inspector.isBinary(start)) {
          continue;
        }
        Optional<Path> place = place(entry.getName(), prefix, site);
        if (place.isEmpty()) {
          remarks.add("`" + entry.getName() + "` would not lie below the folder of its package.");
          continue;
        }
        if (laid.size() == MOST_LIBRARIES) {
          throw new MalformedBinaryException("a wheel of more than 5000 libraries");
        }
        Files.createDirectories(place.get().getParent());
        unpack(start, in, place.get());
        laid.add(new Laid(entry.getName(), place.get()));
      } catch (ZipException | EOFException e) {
        String reason = Optional.ofNullable(e.getMessage()).orElse("the wheel ends early");
        remarks.add("`" + entry.getName() + "` cannot be unpacked: " + reason + ".");
      }
    }
    return List.copyOf(laid);
  }

  private void unpack(byte[] start, InputStream in, Path place) throws IOException {
    try (OutputStream out = Files.newOutputStream(place)) {
      out.write(start);
      copy(in, out);
    } catch (ZipException | EOFException e) {
      // Half a library must not be what another one is loaded with.
      Files.delete(place);
      throw e;
    }
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
      unpacked += count;
      if (unpacked > MOST_BYTES) {
        throw new MalformedBinaryException("its libraries take more than 8 GiB");
      }
      out.write(buffer, 0, count);
    }
  }

  /** Folders of {@code NAME-VERSION.data} are spread over the installation. */
  private static Optional<Path> place(String entry, Path prefix, Path site) {
    String[] parts = entry.split("/", 3);
    boolean data = parts.length == 3 && parts[0].endsWith(".data");
    Path below =
        !data
            ? site
            : switch (parts[1]) {
              case "scripts" ->
                  prefix.resolve(site.endsWith("Lib/site-packages") ? "Scripts" : "bin");
              case "data" -> prefix;
              case "headers" -> prefix.resolve("include");
              default -> site;
            };
    try {
      Path place = below.resolve(data ? parts[2] : entry).normalize();
      return place.startsWith(below) && !place.equals(below)
          ? Optional.of(place)
          : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** The tags in its file {@code WHEEL}; empty when it has none that can be read. */
  List<String> tags() throws IOException {
    return values("WHEEL", "Tag");
  }

  /** What its metadata call it. */
  Optional<String> nameInside() throws IOException {
    return values("METADATA", "Name").stream().findFirst();
  }

  private List<String> values(String file, String field) throws IOException {
    Optional<? extends ZipEntry> entry =
        zip.stream()
            .filter(each -> each.getName().matches("[^/]+\\.dist-info/" + file))
            .filter(each -> each.getSize() <= LONGEST_METADATA)
            .findFirst();
    List<String> values = new ArrayList<>();
    if (entry.isEmpty()) {
      return values;
    }
    try (InputStream in = zip.getInputStream(entry.get());
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new ByteArrayInputStream(in.readNBytes(LONGEST_METADATA)),
                    StandardCharsets.UTF_8))) {
      for (String line = lines.readLine();
          line != null && !line.isBlank();
          line = lines.readLine()) {
        if (line.startsWith(field + ":")) {
          values.add(line.substring(field.length() + 1).strip());
        }
      }
    } catch (ZipException | EOFException _) {
      // As good as not there, and that is said.
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
