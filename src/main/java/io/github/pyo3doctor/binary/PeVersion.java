package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.util.Optional;

/**
 * The version resource of a PE file (Microsoft's "PE Format", section ".rsrc", and {@code
 * VS_FIXEDFILEINFO}). Nothing depends on it when a file is loaded, so one that makes no sense
 * counts as none.
 */
final class PeVersion {
  private static final int VERSION_TYPE = 16;
  private static final long SIGNATURE = 0xfeef04bdL;

  /** Length, value length, type, "VS_VERSION_INFO" in UTF-16 and padding to four bytes. */
  private static final int HEADER_SIZE = 40;

  private static final int ENTRY_SIZE = 8;
  private static final int MOST_TYPES = 1 << 10;

  private final FileWindow file;
  private final PeHeaders headers;

  PeVersion(FileWindow file, PeHeaders headers) {
    this.file = file;
    this.headers = headers;
  }

  /** The file version, {@code major.minor.build.revision}. */
  Optional<String> read(PeHeaders.Directory table) throws IOException {
    if (!table.isPresent()) {
      return Optional.empty();
    }
    try {
      return version(headers.offsetOf(table.address(), 0));
    } catch (MalformedBinaryException e) {
      return Optional.empty();
    }
  }

  private Optional<String> version(long root) throws IOException {
    int named = file.u16(root + 12);
    int numbered = Math.min(file.u16(root + 14), MOST_TYPES);
    for (int i = 0; i < numbered; i++) {
      long entry = root + 16 + (long) ENTRY_SIZE * (named + i);
      if (file.u32(entry) == VERSION_TYPE) {
        long languages = root + (file.u32(root + below(entry) + 20) & 0x7fff_ffffL);
        long data = root + file.u32(languages + 20);
        return fixedInfo(headers.offsetOf(file.u32(data), data) + HEADER_SIZE);
      }
    }
    return Optional.empty();
  }

  private long below(long entry) throws IOException {
    return file.u32(entry + 4) & 0x7fff_ffffL;
  }

  private Optional<String> fixedInfo(long at) throws IOException {
    if (file.u32(at) != SIGNATURE) {
      return Optional.empty();
    }
    return Optional.of(
        "%d.%d.%d.%d"
            .formatted(file.u16(at + 10), file.u16(at + 8), file.u16(at + 14), file.u16(at + 12)));
  }
}
