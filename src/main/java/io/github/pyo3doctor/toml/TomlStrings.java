package io.github.pyo3doctor.toml;

/** Reads strings: in double quotes with escapes, in single quotes without, each also in threes. */
final class TomlStrings {
  private static final int QUOTES = 3;

  private final TomlCursor in;
  private final StringBuilder built = new StringBuilder();

  /** Where the part of the text begins that is not in {@link #built} yet. */
  private int from;

  TomlStrings(TomlCursor in) {
    this.in = in;
  }

  /** A value, of one line or several; a quote is next. */
  String value() throws TomlException {
    char quote = (char) in.peek();
    if (run(quote) < QUOTES) return line();
    TomlPosition begin = in.position();
    in.skip(QUOTES);
    in.takeNewline();
    return lines(quote, begin);
  }

  /** A string of one line, such as a key; a quote is next. */
  String line() throws TomlException {
    char quote = (char) in.peek();
    in.skip(1);
    begin();
    in.skipPlain(quote);
    while (in.peek() != quote) {
      if (in.peek() == TomlCursor.END || in.endsLine(0)) throw in.expected("`" + quote + "`");
      if (in.peek() == '\\' && quote == '"') {
        escape();
      } else {
        in.skipText();
      }
      in.skipPlain(quote);
    }
    String read = finish();
    in.skip(1);
    return read;
  }

  private String lines(char quote, TomlPosition first) throws TomlException {
    begin();
    while (true) {
      in.skipPlain(quote);
      int next = in.peek();
      if (next == quote) {
        int run = run(quote);
        if (run >= QUOTES) {
          in.skip(run - QUOTES);
          String read = finish();
          in.skip(QUOTES);
          return read;
        }
        in.skip(run);
      } else if (next == TomlCursor.END) {
        throw in.error("the string that begins at " + first + " is not closed");
      } else if (next == '\\' && quote == '"') {
        if (!joinsLines()) escape();
      } else if (!in.takeNewline()) {
        in.skipText();
      }
    }
  }

  /** How many of a quote follow: the last three close, and two may stand before them. */
  private int run(char quote) {
    int run = 0;
    while (run < QUOTES + 2 && in.peek(run) == quote) run++;
    return run;
  }

  private void begin() {
    built.setLength(0);
    from = in.offset();
  }

  private String finish() {
    if (built.isEmpty()) return in.since(from);
    in.appendSince(from, built);
    return built.toString();
  }

  /** Passes over a backslash at the end of a line and all that is blank behind it. */
  private boolean joinsLines() {
    int ahead = 1;
    while (TomlCursor.isSpace(in.peek(ahead))) ahead++;
    if (!in.endsLine(ahead)) return false;
    in.appendSince(from, built);
    in.skip(ahead);
    while (in.takeNewline()) in.skipSpaces();
    from = in.offset();
    return true;
  }

  private void escape() throws TomlException {
    in.appendSince(from, built);
    int letter = in.peek(1);
    switch (letter) {
      case '"', '\\' -> built.append((char) letter);
      case 'b' -> built.append('\b');
      case 't' -> built.append('\t');
      case 'n' -> built.append('\n');
      case 'f' -> built.append('\f');
      case 'r' -> built.append('\r');
      case 'e' -> built.append('\u001B');
      case 'x' -> character(2);
      case 'u' -> character(4);
      case 'U' -> character(8);
      default -> {
        in.skip(1);
        throw in.expected("an escape behind the backslash");
      }
    }
    in.skip(2);
    from = in.offset();
  }

  /** Takes the digits of a character's number, and leaves two units to pass over. */
  private void character(int digits) throws TomlException {
    long number = 0;
    for (int i = 0; i < digits; i++) {
      int digit = hexadecimal(in.peek(2 + i));
      if (digit < 0) throw in.error("this escape needs " + digits + " hexadecimal digits");
      number = number * 16 + digit;
    }
    if (number > Character.MAX_CODE_POINT
        || (number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE)) {
      throw in.error("this escape is no character");
    }
    built.appendCodePoint((int) number);
    in.skip(digits);
  }

  private static int hexadecimal(int unit) {
    return unit < 0x80 ? Character.digit(unit, 16) : -1;
  }
}
