package io.github.pyo3doctor.search;

/** What of a topic is searched, and how much a match there says about the topic. */
enum Field {
  ID("id", 3),
  TITLE("title", 4),
  WORDS("words", 6),
  SIGNATURES("signatures", 2),
  HEADINGS("headings", 1.5f),
  BODY("body", 1);

  private final String key;
  private final float weight;

  Field(String key, float weight) {
    this.key = key;
    this.weight = weight;
  }

  String key() {
    return key;
  }

  float weight() {
    return weight;
  }
}
