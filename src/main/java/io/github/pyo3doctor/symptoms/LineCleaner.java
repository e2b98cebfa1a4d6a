package io.github.pyo3doctor.symptoms;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a line back as the tool printed it: without colours and control characters, and without
 * what pip, uv, docker, a build server or a quotation put before it.
 */
public final class LineCleaner {
  private static final char ESCAPE = '\u001B';

  /** What wraps the output of other tools, each as it stands at the beginning of a line. */
  private static final List<Pattern> WRAPPERS =
      List.of(
          Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d([.,]\\d{1,9})?Z? ?"),
          Pattern.compile("[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S{1,80} [^\\s:]{1,80}: "),
          Pattern.compile("\\[[\\w.-]{1,80}/[\\w./-]{1,80}\\] "),
          Pattern.compile("remote: "),
          Pattern.compile(
              "#\\d{1,4} \\d{1,6}\\.\\d{1,4}"
                  + " |(\\d{1,6}\\.\\d{3}|\\d{2,6}\\.\\d\\d|\\d{3,6}\\.\\d) "),
          Pattern.compile("##\\[\\w{1,20}\\]"),
          Pattern.compile("E {3,7}(?=\\S)"),
          Pattern.compile("(::\\s{1,8}){1,3}"),
          Pattern.compile("(\\s{0,40}[|│┃╎] ?){1,4}"),
          Pattern.compile("\\s{0,40}[╰├└]─[>▶]? ?"),
          Pattern.compile("\\s{0,40}> (?!>)"));

  private static final String WRAPPER_BEGINS = "|#>0123456789[rJFMASONDE:";

  private LineCleaner() {}

  static String clean(CharSequence raw) {
    String text = withoutControls(raw);
    int from = 0;
    for (Pattern wrapper : WRAPPERS) {
      if (!mayBeginWrapper(text, from)) break;
      Matcher found = wrapper.matcher(text).region(from, text.length());
      if (found.lookingAt()) from = found.end();
    }
    return text.substring(from).stripTrailing();
  }

  /** Most lines begin with none of the wrappers, and there are many lines. */
  private static boolean mayBeginWrapper(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t') continue;
      return c > '~' || mayBeginWrapper((byte) c);
    }
    return false;
  }

  /** Whether a line that begins with this byte, after blanks, may come from another tool. */
  static boolean mayBeginWrapper(byte b) {
    return b < 0 || WRAPPER_BEGINS.indexOf(b) >= 0;
  }

  /** A line as a terminal would show it: without colours and other control sequences. */
  public static String withoutControls(CharSequence raw) {
    if (isPlain(raw)) return raw.toString();
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == ESCAPE) i = endOfEscape(raw, i);
      else if (c == '\t' || c == '\u00A0') out.append(' ');
      else if (!Character.isISOControl(c)) out.append(c);
    }
    return out.toString();
  }

  private static boolean isPlain(CharSequence raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || (c > '~' && c <= '\u00A0')) return false;
    }
    return true;
  }

  /** The last character of an escape sequence, after ECMA-48: CSI, a string such as OSC, or two. */
  private static int endOfEscape(CharSequence raw, int escape) {
    int at = escape + 1;
    if (at >= raw.length()) return escape;
    if (raw.charAt(at) == ']') return endOfString(raw, at);
    if (raw.charAt(at) != '[') return at;
    for (at++; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (c >= '@' && c <= '~') return at;
      if (c < ' ') return at - 1;
    }
    return raw.length() - 1;
  }

  private static int endOfString(CharSequence raw, int from) {
    for (int at = from; at < raw.length(); at++) {
      if (raw.charAt(at) == '\u0007') return at;
      if (raw.charAt(at) == ESCAPE && at + 1 < raw.length()) return at + 1;
    }
    return raw.length() - 1;
  }
}
