package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what tells whose machine it came from. A name in a path is replaced by one of
 * the same shape, since spaces and letters outside ASCII are causes of trouble in their own right.
 *
 * @param names the user's name and the machine's; each is replaced where it is a whole name in a
 *     path
 */
public record Redaction(List<String> names) {
  private static final Pattern CREDENTIALS = Pattern.compile("(\\w+://)[^/@\\s\"']+@");

  /** Neither a letter that would make it another name, nor a full stop before one. */
  private static final String NAME_ENDS = "(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])";

  /** The text without names and without the credentials of addresses. */
  public String apply(String text) {
    String redacted = CREDENTIALS.matcher(text).replaceAll("$1***@");
    for (String name : names) {
      if (name.isBlank()) continue;
      Pattern inPath = Pattern.compile("(?<=[/\\\\])" + Pattern.quote(name) + NAME_ENDS);
      redacted = inPath.matcher(redacted).replaceAll(Matcher.quoteReplacement(standIn(name)));
    }
    return redacted;
  }

  private static String standIn(String name) {
    return name.replaceAll("[A-Za-z0-9]", "x").replaceAll("[^\\x00-\\x7F]", "é");
  }
}
