package io.github.pyo3doctor.search;

/** What the ranking is tuned by; measured with {@code docs/benchmarks/symptoms}. */
final class Tuning {
  static final float WHOLE_NAME = 0.85f;
  static final float SATURATION = f("SAT", 2f);
  static final float LENGTH = f("LEN", 0.5f);
  static final float PAIR = f("PAIR", 0.6f);
  static final float CONCEPT = f("CONCEPT", 0.9f);
  static final float MISSPELT = f("MIS", 0.5f);
  static final float PREFIX = f("PREFIX", 0.6f);
  static final float PART = f("PART", 0.5f);
  static final float UNKNOWN = f("UNKNOWN", 0.5f);
  static final float COVER = f("COVER", 0.2f);
  static final float SCORE = f("SCORE", 0f);
  static final float SHARE = 0.12f;

  static float f(String name, float d) {
    String s = System.getenv(name);
    return s == null ? d : Float.parseFloat(s);
  }

  private Tuning() {}
}
