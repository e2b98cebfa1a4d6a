package io.github.pyo3doctor.search;

/** Which entries of a library speak of a token, and how much the token tells. */
final class Postings {
  private final int[] entries;
  private final float[] weights;
  private final float rarity;

  /**
   * The entries that speak of a token.
   *
   * @param entries their numbers
   * @param weights how much each of them speaks of it, from 0 to 1
   * @param rarity how much the token tells: the fewer speak of it, the more
   */
  Postings(int[] entries, float[] weights, float rarity) {
    this.entries = entries;
    this.weights = weights;
    this.rarity = rarity;
  }

  float rarity() {
    return rarity;
  }

  /** Raises what an entry is worth to what this token makes it worth, where that is more. */
  void raise(float[] worth, float tells) {
    for (int i = 0; i < entries.length; i++) {
      worth[entries[i]] = Math.max(worth[entries[i]], tells * weights[i]);
    }
  }
}
