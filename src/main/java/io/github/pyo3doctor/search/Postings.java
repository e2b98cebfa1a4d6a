package io.github.pyo3doctor.search;

/** Which entries of a library speak of a token, and how much the token tells. */
final class Postings {
  private final int token;
  private final int[] entries;
  private final float[] weights;
  private final int from;
  private final int to;
  private final float rarity;

  /**
   * The entries that speak of a token: a stretch of what the index holds.
   *
   * @param token its number
   * @param entries their numbers
   * @param weights how much each of them speaks of it, from 0 to 1
   * @param from where the stretch begins
   * @param to behind its end
   * @param rarity how much the token tells: the fewer speak of it, the more
   */
  Postings(int token, int[] entries, float[] weights, int from, int to, float rarity) {
    this.token = token;
    this.entries = entries;
    this.weights = weights;
    this.from = from;
    this.to = to;
    this.rarity = rarity;
  }

  /** The number of the token. */
  int token() {
    return token;
  }

  float rarity() {
    return rarity;
  }

  /** Raises what an entry is worth to what this token makes it worth, where that is more. */
  void raise(float[] worth, float tells) {
    for (int i = from; i < to; i++) {
      worth[entries[i]] = Math.max(worth[entries[i]], tells * weights[i]);
    }
  }
}
