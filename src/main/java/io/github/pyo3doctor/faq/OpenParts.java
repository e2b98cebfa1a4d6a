package io.github.pyo3doctor.faq;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Gathers blocks, some of them into titled parts. A part that nothing closes ends with the rest.
 */
final class OpenParts {
  /** Nobody nests them; what is written to exhaust a reader may. */
  private static final int DEEPEST = 20;

  private final Deque<Part> open = new ArrayDeque<>();

  private record Part(Optional<String> anchor, List<Inline> title, List<Block> blocks) {}

  OpenParts() {
    open.push(new Part(Optional.empty(), List.of(), new ArrayList<>()));
  }

  void add(Block block) {
    open.element().blocks().add(block);
  }

  void addAll(List<Block> blocks) {
    open.element().blocks().addAll(blocks);
  }

  /** What follows belongs to a part of that title. */
  void open(List<Inline> title) {
    open(Optional.empty(), title);
  }

  /** As {@link #open(List)}, for a part that links may point at. */
  void open(String anchor, List<Inline> title) {
    open(Optional.of(anchor), title);
  }

  private void open(Optional<String> anchor, List<Inline> title) {
    if (open.size() > DEEPEST) close();
    open.push(new Part(anchor, title, new ArrayList<>()));
  }

  /** The innermost part is complete; nothing happens when none is open. */
  void close() {
    if (open.size() < 2) return;
    Part part = open.pop();
    add(new Block.Titled(part.anchor(), part.title(), List.copyOf(part.blocks())));
  }

  /** All blocks, in order. */
  List<Block> all() {
    while (open.size() > 1) close();
    return List.copyOf(open.element().blocks());
  }
}
