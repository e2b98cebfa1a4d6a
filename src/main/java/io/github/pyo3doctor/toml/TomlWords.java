package io.github.pyo3doctor.toml;

/** Reads values without quotes and brackets: truths, numbers, dates. */
final class TomlWords {
  private final String word;
  private final TomlPosition at;

  private TomlWords(String word, TomlPosition at) {
    this.word = word;
    this.at = at;
  }

  /** The value that a word is. */
  static TomlValue read(String word, TomlPosition at) throws TomlException {
    return switch (word) {
      case "true" -> new TomlValue.Flag(true, at);
      case "false" -> new TomlValue.Flag(false, at);
      default ->
          TomlMoments.isMoment(word)
              ? TomlMoments.read(word, at)
              : new TomlWords(word, at).number();
    };
  }

  private TomlValue number() throws TomlException {
    int begin = word.startsWith("+") || word.startsWith("-") ? 1 : 0;
    String unsigned = word.substring(begin);
    if (unsigned.equals("inf") || unsigned.equals("nan")) {
      double size = unsigned.equals("inf") ? Double.POSITIVE_INFINITY : Double.NaN;
      return new TomlValue.Real(word.startsWith("-") ? -size : size, at);
    }
    int radix = radix();
    if (radix != 10) return based(radix);
    int end = digits(begin, 10);
    if (end == begin) throw mistake("is no value; strings stand in quotes");
    if (word.charAt(begin) == '0' && end > begin + 1) {
      throw mistake("has a zero before its other digits");
    }
    return end == word.length() ? whole(word, 10) : real(end);
  }

  private int radix() {
    if (word.startsWith("0x")) return 16;
    if (word.startsWith("0o")) return 8;
    return word.startsWith("0b") ? 2 : 10;
  }

  private TomlValue based(int radix) throws TomlException {
    int end = digits(2, radix);
    if (end == 2 || end != word.length()) throw mistake("is no number");
    return whole(word.substring(2), radix);
  }

  private TomlValue whole(String digits, int radix) throws TomlException {
    try {
      return new TomlValue.Whole(Long.parseLong(digits.replace("_", ""), radix), at);
    } catch (NumberFormatException e) {
      throw mistake("does not fit into 64 bits");
    }
  }

  /**
   * @param point where the digits before the point end
   */
  private TomlValue real(int point) throws TomlException {
    int end = point;
    if (word.charAt(end) == '.') end = some(end + 1);
    if (end < word.length() && (word.charAt(end) == 'e' || word.charAt(end) == 'E')) {
      boolean signed = end + 1 < word.length() && "+-".indexOf(word.charAt(end + 1)) >= 0;
      end = some(end + (signed ? 2 : 1));
    }
    if (end != word.length()) throw mistake("is no value; strings stand in quotes");
    return new TomlValue.Real(Double.parseDouble(word.replace("_", "")), at);
  }

  /** Where digits end, of which there has to be one. */
  private int some(int begin) throws TomlException {
    int end = digits(begin, 10);
    if (end == begin) throw mistake("is no number");
    return end;
  }

  /** Where digits end; between two of them an underscore may stand. */
  private int digits(int begin, int radix) {
    int end = begin;
    while (isDigit(end, radix)
        || (end > begin
            && end < word.length()
            && word.charAt(end) == '_'
            && word.charAt(end - 1) != '_'
            && isDigit(end + 1, radix))) {
      end++;
    }
    return end;
  }

  private boolean isDigit(int index, int radix) {
    return index < word.length()
        && word.charAt(index) < 0x80
        && Character.digit(word.charAt(index), radix) >= 0;
  }

  private TomlException mistake(String what) {
    return new TomlException(at, TomlCursor.shown(word) + " " + what);
  }
}
