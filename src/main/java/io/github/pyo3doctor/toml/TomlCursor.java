package io.github.pyo3doctor.toml;

/** A place in a text that is read once, from its beginning to its end. */
final class TomlCursor {
  /** What stands behind the last character. */
  static final int END = -1;

  private static final int LONGEST_SHOWN = 60;

  private final String text;
  private int offset;
  private int line = 1;
  private int lineStart;

  /**
   * @param text a byte order mark at its beginning is passed over
   */
  TomlCursor(String text) {
    this.text = text;
    if (text.startsWith("\uFEFF")) offset = 1;
  }

  /** The next UTF-16 unit, or {@link #END}. */
  int peek() {
    return peek(0);
  }

  int peek(int ahead) {
    int at = offset + ahead;
    return at < text.length() ? text.charAt(at) : END;
  }

  int offset() {
    return offset;
  }

  TomlPosition position() {
    return new TomlPosition(line, offset - lineStart + 1);
  }

  /** What was read since an offset. */
  String since(int from) {
    return text.substring(from, offset);
  }

  void appendSince(int from, StringBuilder to) {
    to.append(text, from, offset);
  }

  /** Passes over some units, none of which ends a line. */
  void skip(int count) {
    offset += count;
  }

  /** Passes over a unit if it is the next. */
  boolean take(char unit) {
    boolean there = peek() == unit;
    if (there) offset++;
    return there;
  }

  /** Passes over a unit that has to be there. */
  void require(char unit) throws TomlException {
    if (!take(unit)) throw expected("`" + unit + "`");
  }

  /** Passes over the end of a line if it is the next. */
  boolean takeNewline() {
    if (!endsLine(0)) return false;
    offset += peek() == '\n' ? 1 : 2;
    line++;
    lineStart = offset;
    return true;
  }

  /** Whether a line ends so many units further on. */
  boolean endsLine(int ahead) {
    return peek(ahead) == '\n' || (peek(ahead) == '\r' && peek(ahead + 1) == '\n');
  }

  void skipSpaces() {
    while (isSpace(peek())) offset++;
  }

  /** Passes over spaces, ends of lines and comments. */
  void skipBlank() throws TomlException {
    do {
      skipSpaces();
      skipComment();
    } while (takeNewline());
  }

  /** Passes over what may stand behind a value or a header, and the end of the line. */
  void endLine() throws TomlException {
    skipSpaces();
    skipComment();
    if (!takeNewline() && peek() != END) throw expected("the end of the line");
  }

  /** Passes over what a string or a comment may hold, up to a quote, a backslash, a control. */
  void skipPlain(char quote) {
    int at = offset;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit == quote || unit == '\\' || unit < ' ' || unit == 0x7F) break;
      at++;
    }
    offset = at;
  }

  /** Passes over a unit that a string or a comment may hold on one line. */
  void skipText() throws TomlException {
    int unit = peek();
    if ((unit < ' ' && unit != '\t') || unit == 0x7F) {
      throw error("a control character is not allowed here: " + found());
    }
    offset++;
  }

  TomlException expected(String what) {
    return error("expected " + what + ", found " + found());
  }

  TomlException error(String reason) {
    return new TomlException(position(), reason);
  }

  static boolean isSpace(int unit) {
    return unit == ' ' || unit == '\t';
  }

  /** A name between ticks, on one line and not too long. */
  static String shown(String name) {
    StringBuilder shown = new StringBuilder("`");
    int end = Math.min(name.length(), LONGEST_SHOWN);
    if (end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) end--;
    name.substring(0, end)
        .codePoints()
        .forEach(each -> shown.appendCodePoint(Character.isISOControl(each) ? ' ' : each));
    return shown.append(end < name.length() ? "…`" : "`").toString();
  }

  private void skipComment() throws TomlException {
    if (peek() != '#') return;
    skipPlain('\n');
    while (peek() != END && !endsLine(0)) {
      skipText();
      skipPlain('\n');
    }
  }

  private String found() {
    if (peek() == END) return "the end of the file";
    int found = text.codePointAt(offset);
    if (endsLine(0)) return "the end of the line";
    return Character.isISOControl(found) || !Character.isDefined(found)
        ? "U+%04X".formatted(found)
        : "`" + Character.toString(found) + "`";
  }
}
