package io.github.pyo3doctor.binary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Composes small Mach-O files: a header, load commands, symbols and a signature, no code. */
public final class MachOWriter {
  public static final int X86_64 = 0x0100_0007;
  public static final int ARM64 = 0x0100_000c;
  public static final int PROGRAM = 2;
  public static final int LIBRARY = 6;
  private static final int CODE_SIGNATURE = 0x1d;

  private final int processor;
  private final int kind;
  private final List<byte[]> commands = new ArrayList<>();
  private final ByteArrayOutputStream symbols = new ByteArrayOutputStream();
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();
  private final List<byte[]> blobs = new ArrayList<>();
  private int count;
  private int needed;

  /** A file for a processor: a program or a library. */
  public MachOWriter(int processor, int kind) {
    this.processor = processor;
    this.kind = kind;
    names.write(0);
  }

  /** Linked for macOS 11.0 with the SDK of macOS 14, unless it says otherwise. */
  public static MachOWriter library(int processor) {
    return new MachOWriter(processor, LIBRARY).madeFor(1, 11, 14);
  }

  /** The same of a program. */
  public static MachOWriter program(int processor) {
    return new MachOWriter(processor, PROGRAM).madeFor(1, 11, 14);
  }

  public MachOWriter installName(String name) {
    return dylib(0xd, name);
  }

  public MachOWriter needs(String name) {
    needed++;
    return dylib(0xc, name);
  }

  public MachOWriter needsWeakly(String name) {
    needed++;
    return dylib(0x8000_0018, name);
  }

  public MachOWriter reexports(String name) {
    needed++;
    return dylib(0x8000_001f, name);
  }

  public MachOWriter rpath(String folder) {
    commands.add(withText(0x8000_001c, new int[0], folder));
    return this;
  }

  public MachOWriter madeFor(int platform, int least, int sdk) {
    commands.removeIf(command -> little(command).getInt(0) == 0x32);
    commands.add(ints(0x32, 24, platform, least << 16, sdk << 16, 0));
    return this;
  }

  public MachOWriter offers(String name) {
    return symbol(name, 0x0f, 0, 0x1000);
  }

  /** Asks the library that was added last. */
  public MachOWriter asksOfLast(String name) {
    return symbol(name, 0x01, needed << 8, 0);
  }

  /** Asks whatever image has it, as with {@code -undefined dynamic_lookup}. */
  public MachOWriter asksAnyone(String name) {
    return symbol(name, 0x01, 0xfe << 8, 0);
  }

  /** Signs it, with the flags of a code directory and a property list of entitlements. */
  public MachOWriter signed(int flags, String entitlements) {
    ByteBuffer directory = ByteBuffer.allocate(44);
    directory.putInt(0xfade0c02).putInt(44).putInt(0x20400).putInt(flags);
    byte[] list = entitlements.getBytes(StandardCharsets.UTF_8);
    ByteBuffer entitled = ByteBuffer.allocate(8 + list.length);
    entitled.putInt(0xfade7171).putInt(8 + list.length).put(list);
    blobs.add(directory.array());
    blobs.add(entitled.array());
    return this;
  }

  private MachOWriter dylib(int command, String name) {
    commands.add(withText(command, new int[] {0, 0x10000, 0x10000}, name));
    return this;
  }

  private MachOWriter symbol(String name, int type, int description, long address) {
    ByteBuffer entry = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    entry.putInt(names.size()).put((byte) type).put((byte) 1).putShort((short) description);
    symbols.writeBytes(entry.putLong(address).array());
    names.writeBytes(("_" + name + "\0").getBytes(StandardCharsets.UTF_8));
    count++;
    return this;
  }

  private static byte[] withText(int command, int[] between, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int start = 12 + 4 * between.length;
    int size = (start + bytes.length + 1 + 7) / 8 * 8;
    ByteBuffer written = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    written.putInt(command).putInt(size).putInt(start);
    for (int each : between) {
      written.putInt(each);
    }
    return written.put(bytes).array();
  }

  private static byte[] ints(int... all) {
    ByteBuffer written = ByteBuffer.allocate(4 * all.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int each : all) {
      written.putInt(each);
    }
    return written.array();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The whole file. */
  public byte[] bytes() {
    boolean isSigned = !blobs.isEmpty();
    int own = commands.stream().mapToInt(command -> command.length).sum();
    int size = own + 24 + (isSigned ? 16 : 0);
    int table = 32 + size;
    int texts = table + symbols.size();
    int signature = texts + names.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ints(0xfeedfacf, processor, 0, kind, commands.size() + (isSigned ? 2 : 1), size, 0x85, 0));
    commands.forEach(out::writeBytes);
    out.writeBytes(ints(0x2, 24, table, count, texts, names.size()));
    byte[] blob = signature();
    if (isSigned) {
      out.writeBytes(ints(CODE_SIGNATURE, 16, signature, blob.length));
    }
    out.writeBytes(symbols.toByteArray());
    out.writeBytes(names.toByteArray());
    if (isSigned) {
      out.writeBytes(blob);
    }
    return out.toByteArray();
  }

  private byte[] signature() {
    int at = 12 + 8 * blobs.size();
    int size = at + blobs.stream().mapToInt(blob -> blob.length).sum();
    ByteBuffer written = ByteBuffer.allocate(size);
    written.putInt(0xfade0cc0).putInt(size).putInt(blobs.size());
    for (int i = 0; i < blobs.size(); i++) {
      written.putInt(i == 0 ? 0 : 5).putInt(at);
      at += blobs.get(i).length;
    }
    blobs.forEach(written::put);
    return written.array();
  }

  /** Writes the file, and the folders it lies in. */
  public void to(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    Files.write(path, bytes());
  }

  /** A fat file of several slices; wide with 64-bit offsets. */
  public static byte[] fat(boolean wide, MachOWriter... slices) {
    int head = 8 + (wide ? 32 : 20) * slices.length;
    ByteBuffer table = ByteBuffer.allocate(head);
    table.putInt(wide ? 0xcafebabf : 0xcafebabe).putInt(slices.length);
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    for (MachOWriter slice : slices) {
      byte[] bytes = slice.bytes();
      int at = head + bodies.size();
      table.putInt(slice.processor).putInt(0);
      if (wide) {
        table.putLong(at).putLong(bytes.length).putInt(0).putInt(0);
      } else {
        table.putInt(at).putInt(bytes.length).putInt(0);
      }
      bodies.writeBytes(bytes);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(table.array());
    out.writeBytes(bodies.toByteArray());
    return out.toByteArray();
  }
}
