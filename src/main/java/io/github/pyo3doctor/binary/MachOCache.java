package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The paths of the libraries in dyld's shared cache ({@code mach-o/dyld_cache_format.h}); what lies
 * behind the paths is not read.
 */
final class MachOCache {
  private static final int MOST_IMAGES = 1 << 16;
  private static final int IMAGES_IN_OLD_HEADERS = 0x18;
  private static final int IMAGES = 0x1c0;

  /** Where it lies, newest macOS first. */
  private static final List<String> PLACES =
      List.of(
          "System/Volumes/Preboot/Cryptexes/OS/System/Library/dyld",
          "System/Cryptexes/OS/System/Library/dyld",
          "System/Library/dyld",
          "private/var/db/dyld");

  private final Set<String> paths;

  private MachOCache(Set<String> paths) {
    this.paths = paths;
  }

  /** One of which nothing is known. */
  static MachOCache none() {
    return new MachOCache(Set.of());
  }

  /**
   * That of a disk, if it can be read.
   *
   * @param root the folder that stands for the Mac's {@code /}
   */
  static MachOCache of(Path root) {
    for (String place : PLACES) {
      for (String architecture : List.of("arm64e", "x86_64h", "x86_64")) {
        Path file = root.resolve(place).resolve("dyld_shared_cache_" + architecture);
        if (Files.isRegularFile(file)) {
          try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return new MachOCache(read(new FileWindow(channel)));
          } catch (IOException _) {
            // What cannot be read is as good as not there: then its libraries stay unknown.
          }
        }
      }
    }
    return none();
  }

  private static Set<String> read(FileWindow file) throws IOException {
    if (!file.startsWith(0, "dyld_v1")) {
      throw new MalformedBinaryException("no shared cache of dyld", 0);
    }
    // The header ends where the mappings begin, and has grown over the years.
    long table = file.u32(16) > IMAGES ? IMAGES : IMAGES_IN_OLD_HEADERS;
    long start = file.u32(table);
    long count = file.u32(table + 4);
    if (count > MOST_IMAGES) {
      throw new MalformedBinaryException("more than 65536 libraries", table);
    }
    FileWindow names = file.another();
    Set<String> paths = new HashSet<>();
    for (long i = 0; i < count; i++) {
      paths.add(names.text(file.u32(start + 32 * i + 24)));
    }
    return paths;
  }

  boolean has(String path) {
    return paths.contains(path);
  }
}
