package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of an ELF file and its program headers; sections are for linkers, and may have been
 * stripped.
 *
 * @param type {@code e_type}: 1 an object file, 2 a program at a fixed place, 3 a library or
 *     program
 * @param machine {@code e_machine}
 * @param wide whether it is ELF64
 * @param loaded the stretches that are mapped
 * @param dynamic where the dynamic table lies
 * @param interpreter where the name of the loader lies
 */
record ElfSegments(
    int type,
    int machine,
    boolean wide,
    List<Stretch> loaded,
    Optional<Stretch> dynamic,
    Optional<Stretch> interpreter) {
  private static final int MOST_SEGMENTS = 1 << 10;
  private static final int LOAD = 1;
  private static final int DYNAMIC = 2;
  private static final int INTERPRETER = 3;

  /**
   * A stretch of the file, and where it will be in memory.
   *
   * @param size bytes of it that come from the file
   */
  record Stretch(long address, long offset, long size) {}

  static ElfSegments read(FileWindow file) throws IOException {
    boolean wide =
        switch (file.u8(4)) {
          case 1 -> false;
          case 2 -> true;
          default -> throw new MalformedBinaryException("neither ELF32 nor ELF64", 4);
        };
    file.order(
        switch (file.u8(5)) {
          case 1 -> ByteOrder.LITTLE_ENDIAN;
          case 2 -> ByteOrder.BIG_ENDIAN;
          default -> throw new MalformedBinaryException("neither little- nor big-endian", 5);
        });
    long table = wide ? file.i64(32) : file.u32(28);
    int size = file.u16(wide ? 54 : 42);
    int count = file.u16(wide ? 56 : 44);
    if (count > MOST_SEGMENTS) {
      throw new MalformedBinaryException("more than 1024 program headers", wide ? 56 : 44);
    }
    if (count > 0 && size < (wide ? 56 : 32)) {
      throw new MalformedBinaryException("program headers that are too short", wide ? 54 : 42);
    }
    List<Stretch> loaded = new ArrayList<>();
    Optional<Stretch> dynamic = Optional.empty();
    Optional<Stretch> interpreter = Optional.empty();
    for (int i = 0; i < count; i++) {
      long at = table + (long) size * i;
      Stretch stretch =
          wide
              ? new Stretch(file.i64(at + 16), file.i64(at + 8), file.i64(at + 32))
              : new Stretch(file.u32(at + 8), file.u32(at + 4), file.u32(at + 16));
      switch ((int) file.u32(at)) {
        case LOAD -> loaded.add(stretch);
        case DYNAMIC -> dynamic = Optional.of(stretch);
        case INTERPRETER -> interpreter = Optional.of(stretch);
        default -> {}
      }
    }
    return new ElfSegments(
        file.u16(16), file.u16(18), wide, List.copyOf(loaded), dynamic, interpreter);
  }

  /**
   * Where in the file an address lies.
   *
   * @param mentionedAt where the file says so, for the message
   */
  long offsetOf(long address, long mentionedAt) throws MalformedBinaryException {
    for (Stretch stretch : loaded) {
      if (address >= stretch.address() && address - stretch.address() < stretch.size()) {
        return address - stretch.address() + stretch.offset();
      }
    }
    throw new MalformedBinaryException(
        "address 0x%x lies in no loaded part of the file".formatted(address), mentionedAt);
  }
}
