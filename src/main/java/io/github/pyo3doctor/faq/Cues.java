package io.github.pyo3doctor.faq;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What tells whether a query is about an extension of Python in Rust at all.
 *
 * @param names which words stand on which side
 * @param worth how much each kind of evidence counts, in shares of all that a query tells
 */
public record Cues(Map<Side, List<String>> names, Map<Evidence, Float> worth) {
  /** Copies both. */
  public Cues {
    names = Map.copyOf(names);
    worth = Map.copyOf(worth);
  }

  /** Where a word stands. */
  public enum Side {
    /** Only our field has it. */
    OURS,
    /** A package of Python written in Rust. */
    PACKAGES,
    /** The language Rust. */
    RUST,
    /** What builds Rust, and what is built. */
    BUILDING,
    /** Python. */
    PYTHON,
    /** What prints or says the same and is none of ours. */
    OTHERS;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the sides of all words of a query amount to. */
  public enum Evidence {
    /** A name of ours. */
    OURS,
    /** A package written in Rust. */
    PACKAGES,
    /** No name of ours, but both sides. */
    RUST_AND_PYTHON,
    /** The language Rust alone, or with what builds it. */
    ONLY_RUST,
    /** What builds Rust alone. */
    ONLY_BUILDING,
    /** Python's side alone. */
    ONLY_PYTHON,
    /** No side at all. */
    NEITHER,
    /** Something that is none of ours, and nothing of ours. */
    OTHERS,
    /** Something that is none of ours, beside a name of ours or one of our packages. */
    OTHERS_BESIDE_OURS;

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
