package io.github.pyo3doctor.toml;

import java.time.YearMonth;

/** Reads dates and times. They are kept as they are written, and are such as there can be. */
final class TomlMoments {
  private static final int DATE_LENGTH = 10;

  private final String word;
  private final TomlPosition at;
  private int offset;

  private TomlMoments(String word, TomlPosition at) {
    this.word = word;
    this.at = at;
  }

  /** Whether a word begins like a date or a time, and like no number. */
  static boolean isMoment(String word) {
    return begins(word, 2, ':') || begins(word, 4, '-');
  }

  /** Whether a word is as long as a date alone, so that a time may follow behind a space. */
  static boolean isDate(String word) {
    return word.length() == DATE_LENGTH && begins(word, 4, '-');
  }

  static TomlValue read(String word, TomlPosition at) throws TomlException {
    new TomlMoments(word, at).check();
    return new TomlValue.Moment(word, at);
  }

  private static boolean begins(String word, int digits, char separator) {
    if (word.length() <= digits || word.charAt(digits) != separator) return false;
    for (int i = 0; i < digits; i++) {
      if (!isDigit(word.charAt(i))) return false;
    }
    return true;
  }

  private void check() throws TomlException {
    boolean dated = begins(word, 4, '-');
    if (dated) {
      date();
      if (offset == word.length()) return;
      if (!take('T') && !take('t') && !take(' ')) throw mistake();
    }
    time();
    if (dated && offset < word.length() && !take('Z') && !take('z')) {
      if (!take('+') && !take('-')) throw mistake();
      number(2, 0, 23);
      require(':');
      number(2, 0, 59);
    }
    if (offset != word.length()) throw mistake();
  }

  private void date() throws TomlException {
    int year = number(4, 0, 9999);
    require('-');
    int month = number(2, 1, 12);
    require('-');
    number(2, 1, YearMonth.of(year, month).lengthOfMonth());
  }

  /** Seconds may be left out since TOML 1.1. */
  private void time() throws TomlException {
    number(2, 0, 23);
    require(':');
    number(2, 0, 59);
    if (!take(':')) return;
    number(2, 0, 60);
    if (take('.')) {
      number(1, 0, 9);
      while (offset < word.length() && isDigit(word.charAt(offset))) offset++;
    }
  }

  private int number(int digits, int least, int most) throws TomlException {
    int number = 0;
    for (int i = 0; i < digits; i++, offset++) {
      if (offset >= word.length() || !isDigit(word.charAt(offset))) throw mistake();
      number = number * 10 + word.charAt(offset) - '0';
    }
    if (number < least || number > most) throw mistake();
    return number;
  }

  private boolean take(char unit) {
    boolean there = offset < word.length() && word.charAt(offset) == unit;
    if (there) offset++;
    return there;
  }

  private void require(char unit) throws TomlException {
    if (!take(unit)) throw mistake();
  }

  private TomlException mistake() {
    return new TomlException(at, TomlCursor.shown(word) + " is no date or time");
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }
}
