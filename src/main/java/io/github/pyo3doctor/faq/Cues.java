package io.github.pyo3doctor.faq;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What tells whether a query is about an extension of Python in Rust at all, and about which topic.
 *
 * @param names which words stand on which side
 * @param worth how much each kind of evidence speaks for our field, in logarithms of odds
 * @param weights how much else counts, likewise
 * @param doubts how likely it may be that a query is about none of the topics before it gets no
 *     answer, from 0 to 1: one of one word, of two, and so on; the last is of all that are longer
 */
public record Cues(
    Map<Side, List<String>> names,
    Map<Evidence, Float> worth,
    Map<Weight, Float> weights,
    List<Float> doubts) {
  /** Copies all. */
  public Cues {
    names = Map.copyOf(names);
    worth = Map.copyOf(worth);
    weights = Map.copyOf(weights);
    doubts = List.copyOf(doubts);
  }

  /** What is weighed beside the evidence of names. */
  public enum Weight {
    /** For a topic: the share of the query that its article holds. */
    HELD,
    /** For each: how likely it is by what people ask, as a logarithm. */
    ASKED,
    /** For none of the topics: before anything is known. */
    NONE,
    /** The share of the query that the best neighbour holds. */
    NEIGHBOUR,
    /** The share that only neighbours speak of, where the best topic is silent. */
    ELSEWHERE,
    /** The share told by words that only neighbours have. */
    FOREIGN,
    /** The share told by words that nobody has. */
    UNKNOWN,
    /** The length of the query, 1 from a dozen words on. */
    LENGTH;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
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
