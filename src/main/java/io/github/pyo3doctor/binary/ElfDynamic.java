package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dynamic table of an ELF file: what its loader is told. */
final class ElfDynamic {
  static final long NEEDED = 1;
  static final long HASH = 4;
  static final long STRING_TABLE = 5;
  static final long SYMBOL_TABLE = 6;
  static final long NAME = 14;
  static final long RPATH = 15;
  static final long RUNPATH = 29;
  static final long GNU_HASH = 0x6ffffef5L;
  static final long SYMBOL_VERSIONS = 0x6ffffff0L;
  static final long FLAGS_1 = 0x6ffffffbL;
  static final long VERSION_DEFINITIONS = 0x6ffffffcL;
  static final long VERSION_DEFINITION_COUNT = 0x6ffffffdL;
  static final long VERSION_NEEDS = 0x6ffffffeL;
  static final long VERSION_NEED_COUNT = 0x6fffffffL;

  private static final long BIND_NOW = 24;
  private static final long FLAGS = 30;
  private static final long NOW = 0x8;
  private static final long NOW_1 = 0x1;
  private static final long NO_DEFAULT_FOLDERS = 0x800;

  /** Far more than any library has; a table without its end would go on. */
  private static final int MOST_ENTRIES = 1 << 14;

  private final FileWindow file;
  private final FileWindow strings;
  private final ElfSegments segments;
  private final Map<Long, List<Long>> values = new HashMap<>();
  private final long start;

  private Optional<Long> stringTable = Optional.empty();

  private ElfDynamic(FileWindow file, ElfSegments segments, long start) throws IOException {
    this.file = file;
    this.strings = file.another();
    this.segments = segments;
    this.start = start;
  }

  /** Reads the table; an empty one for a file that is linked statically. */
  static ElfDynamic read(FileWindow file, ElfSegments segments) throws IOException {
    Optional<ElfSegments.Stretch> stretch = segments.dynamic();
    ElfDynamic dynamic =
        new ElfDynamic(file, segments, stretch.map(ElfSegments.Stretch::offset).orElse(0L));
    // A file that holds only debugging information has the header and none of the bytes.
    if (stretch.isPresent() && stretch.get().size() > 0) {
      dynamic.readEntries(stretch.get());
      dynamic.stringTable = dynamic.table(STRING_TABLE);
    }
    return dynamic;
  }

  private void readEntries(ElfSegments.Stretch stretch) throws IOException {
    int size = segments.wide() ? 16 : 8;
    for (int i = 0; i < stretch.size() / size; i++) {
      long at = start + (long) size * i;
      long tag = segments.wide() ? file.i64(at) : file.u32(at);
      if (tag == 0) {
        return;
      }
      if (i == MOST_ENTRIES) {
        throw new MalformedBinaryException("a dynamic table of more than 16384 entries", at);
      }
      long value = segments.wide() ? file.i64(at + 8) : file.u32(at + 4);
      values.computeIfAbsent(tag, _ -> new ArrayList<>()).add(value);
    }
  }

  /** The value of an entry. */
  Optional<Long> value(long tag) {
    return values.getOrDefault(tag, List.of()).stream().findFirst();
  }

  /** Where in the file a table lies that an entry gives the address of. */
  Optional<Long> table(long tag) throws IOException {
    Optional<Long> address = value(tag);
    return address.isPresent()
        ? Optional.of(segments.offsetOf(address.get(), start))
        : Optional.empty();
  }

  /** The texts that the entries of that kind stand for, in order. */
  List<String> texts(long tag) throws IOException {
    List<String> texts = new ArrayList<>();
    for (long index : values.getOrDefault(tag, List.of())) {
      texts.add(text(index));
    }
    return List.copyOf(texts);
  }

  /** A text of the string table. */
  String text(long index) throws IOException {
    if (stringTable.isEmpty()) {
      throw new MalformedBinaryException("a dynamic table without its texts", start);
    }
    return strings.text(stringTable.get() + index);
  }

  /** The folders of the entries of that kind; an empty one stands for the current folder. */
  List<String> folders(long tag) throws IOException {
    List<String> folders = new ArrayList<>();
    for (String text : texts(tag)) {
      folders.addAll(Arrays.asList(text.split(":", -1)));
    }
    return List.copyOf(folders);
  }

  boolean ignoresDefaultFolders() {
    return (value(FLAGS_1).orElse(0L) & NO_DEFAULT_FOLDERS) != 0;
  }

  boolean bindsAtOnce() {
    return values.containsKey(BIND_NOW)
        || (value(FLAGS).orElse(0L) & NOW) != 0
        || (value(FLAGS_1).orElse(0L) & NOW_1) != 0;
  }
}
