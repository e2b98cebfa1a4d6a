package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The names in an export trie, in which dyld looks names up ({@code dyld_info_command} and {@code
 * LC_DYLD_EXPORTS_TRIE} in {@code mach-o/loader.h}). Each node says how long its payload is, the
 * payload, then for each branch the text on it and where in the trie it leads.
 */
final class MachOExports {
  private static final int MOST_NODES = 1 << 22;
  private static final int LONGEST_NAME = 1 << 12;

  private final FileWindow file;
  private final long start;
  private final long end;
  private final List<String> names = new ArrayList<>();
  private long at;

  private MachOExports(FileWindow file, long start, long end) {
    this.file = file;
    this.start = start;
    this.end = end;
  }

  private record Node(long offset, String prefix) {}

  /**
   * Reads all names, in the order of the trie.
   *
   * @param start where in the file the trie begins
   * @param size its length in bytes
   */
  static List<String> read(FileWindow file, long start, long size) throws IOException {
    MachOExports exports = new MachOExports(file, start, start + size);
    if (size > 0) {
      exports.walk();
    }
    return List.copyOf(exports.names);
  }

  private void walk() throws IOException {
    Deque<Node> waiting = new ArrayDeque<>();
    waiting.push(new Node(0, ""));
    int nodes = 1;
    while (!waiting.isEmpty()) {
      Node node = waiting.pop();
      at = start + node.offset();
      long payload = number();
      if (payload != 0) {
        names.add(file.keep(inC(node.prefix()), at));
      }
      at += payload;
      int branches = u8();
      List<Node> children = new ArrayList<>();
      for (int i = 0; i < branches; i++) {
        String text = text(node.prefix());
        children.add(new Node(number(), text));
      }
      // A trie that leads back into itself would never end.
      nodes += branches;
      if (nodes > MOST_NODES) {
        throw new MalformedBinaryException("an export trie of more than 4194304 nodes", start);
      }
      children.reversed().forEach(waiting::push);
    }
  }

  private static String inC(String name) {
    return name.startsWith("_") ? name.substring(1) : name;
  }

  private int u8() throws IOException {
    if (at < start || at >= end) {
      throw new MalformedBinaryException("an export trie that leads out of itself", at);
    }
    int value = file.u8(at);
    at++;
    return value;
  }

  /** Seven bits in a byte, the lowest first. */
  private long number() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new MalformedBinaryException("a number of more than 63 bits", at);
  }

  private String text(String prefix) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = u8(); next != 0; next = u8()) {
      text.append((char) next);
      if (text.length() + prefix.length() > LONGEST_NAME) {
        throw new MalformedBinaryException("a name is longer than 4096 bytes", at);
      }
    }
    return prefix
        + new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
