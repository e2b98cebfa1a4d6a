package io.github.pyo3doctor.symptoms;

/**
 * A text that may be looked at only so often: a regular expression that goes wild on a hostile line
 * is stopped, and does not match it.
 */
final class BoundedText implements CharSequence {
  /** Thrown when a text was looked at too often. */
  static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExhaustedException() {
      super("looked at too often", null, false, false);
    }
  }

  /** An honest expression looks at a character a few dozen times. */
  private static final int LOOKS_PER_CHARACTER = 64;

  private final CharSequence text;
  private int looksLeft;

  BoundedText(CharSequence text) {
    this.text = text;
    this.looksLeft = (text.length() + 16) * LOOKS_PER_CHARACTER;
  }

  @Override
  public char charAt(int index) {
    if (--looksLeft < 0) throw new ExhaustedException();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
