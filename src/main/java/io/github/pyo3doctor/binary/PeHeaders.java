package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The headers of a PE file.
 *
 * @param machine the COFF machine number
 * @param dll whether it is marked as a library
 * @param wide whether it is PE32+
 * @param imageBase the address it asks to be loaded at
 * @param headerSize bytes at the start of the file that are mapped as they are
 * @param directories the data directories it has, at most 16
 * @param sections the parts of the file that are mapped elsewhere
 */
record PeHeaders(
    int machine,
    boolean dll,
    boolean wide,
    long imageBase,
    long headerSize,
    List<Directory> directories,
    List<Section> sections) {
  private static final int COFF_SIZE = 20;
  private static final int MOST_DIRECTORIES = 16;
  private static final int IS_DLL = 0x2000;

  /** Windows itself long stopped at 96. */
  private static final int MOST_SECTIONS = 1 << 10;

  /**
   * A table of the file: where it will be in memory, and how long; no address when there is none.
   */
  record Directory(long address, long size) {
    boolean isPresent() {
      return address != 0 && size != 0;
    }
  }

  /**
   * Where a part of the file will be in memory.
   *
   * @param size bytes of it that come from the file
   * @param mapped bytes it takes in memory; those behind the file's are zero
   */
  record Section(long address, long size, long offset, long mapped) {
    boolean isZeroAt(long where) {
      return where - address >= size && where - address < mapped;
    }
  }

  static PeHeaders read(FileWindow file, long coff) throws IOException {
    int sectionCount = file.u16(coff + 2);
    if (sectionCount > MOST_SECTIONS) {
      throw new MalformedBinaryException("more than 1024 sections", coff + 2);
    }
    int optionalSize = file.u16(coff + 16);
    long optional = coff + COFF_SIZE;
    boolean wide =
        switch (file.u16(optional)) {
          case 0x10b -> false;
          case 0x20b -> true;
          default -> throw new MalformedBinaryException("neither PE32 nor PE32+", optional);
        };
    long directoryCountAt = optional + (wide ? 108 : 92);
    long room = (optional + optionalSize - directoryCountAt - 4) / 8;
    long count = Math.min(Math.min(file.u32(directoryCountAt), MOST_DIRECTORIES), room);
    List<Directory> directories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = directoryCountAt + 4 + 8L * i;
      directories.add(new Directory(file.u32(at), file.u32(at + 4)));
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < sectionCount; i++) {
      long at = optional + optionalSize + 40L * i;
      sections.add(
          new Section(file.u32(at + 12), file.u32(at + 16), file.u32(at + 20), file.u32(at + 8)));
    }
    return new PeHeaders(
        file.u16(coff),
        (file.u16(coff + 18) & IS_DLL) != 0,
        wide,
        wide ? file.i64(optional + 24) : file.u32(optional + 28),
        file.u32(optional + 60),
        List.copyOf(directories),
        List.copyOf(sections));
  }

  /** A table; none when it is all zeros, as in a file that holds only debugging information. */
  Directory directory(int index) {
    Directory none = new Directory(0, 0);
    Directory directory = index < directories.size() ? directories.get(index) : none;
    return sections.stream().anyMatch(section -> section.isZeroAt(directory.address()))
        ? none
        : directory;
  }

  /**
   * Where in the file an address relative to the image base lies.
   *
   * @param mentionedAt where the file says so, for the message
   */
  long offsetOf(long address, long mentionedAt) throws MalformedBinaryException {
    for (Section section : sections) {
      if (address >= section.address() && address - section.address() < section.size()) {
        return address - section.address() + section.offset();
      }
    }
    if (address >= 0 && address < headerSize) {
      return address;
    }
    throw new MalformedBinaryException(
        "address 0x%x lies in no section of the file".formatted(address), mentionedAt);
  }
}
