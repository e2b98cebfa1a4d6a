package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts included files into a page, as mdBook's {@code links} preprocessor does: {@code {{#include
 * FILE}}}, with lines ({@code FILE:3:8}) or an anchor ({@code FILE:setup}), and {@code
 * {{#rustdoc_include …}}}, which keeps the rest of the file as hidden lines. An include whose file
 * is not there stays as it is, for {@link Placeholders} to say so.
 */
final class Includes {
  /** mdBook's own limit. */
  private static final int DEEPEST = 10;

  /** More than any page has; a file that includes itself twice would have it a thousandfold. */
  private static final int MOST = 200;

  private static final int LONGEST = 16 * 1024 * 1024;

  private static final Pattern INCLUDE =
      Pattern.compile("(\\\\?)\\{\\{\\s*#(include|rustdoc_include)\\s+([^{}\\n]+)}}");
  private static final Pattern ANCHOR =
      Pattern.compile("ANCHOR(_END)?:\\s*([\\w-]+)", Pattern.UNICODE_CHARACTER_CLASS);

  private final BookFiles files;
  private int included;
  private long length;

  Includes(BookFiles files) {
    this.files = files;
  }

  /** The text of a page with its includes; empty when there is no such page. */
  Optional<String> page(String path) {
    included = 0;
    length = 0;
    return files.text(path).map(text -> resolve(path, text, 0));
  }

  private String resolve(String path, String text, int depth) {
    if (!text.contains("{{")) return text;
    Matcher include = INCLUDE.matcher(text);
    StringBuilder resolved = new StringBuilder();
    while (include.find()) {
      boolean escaped = !include.group(1).isEmpty();
      Optional<String> content =
          escaped || depth >= DEEPEST ? Optional.empty() : included(path, include, depth);
      include.appendReplacement(
          resolved, Matcher.quoteReplacement(content.orElse(include.group())));
    }
    return include.appendTail(resolved).toString();
  }

  private Optional<String> included(String page, Matcher include, int depth) {
    String[] parts = include.group(3).strip().split(":", 2);
    Optional<String> path = BookPaths.resolve(page, parts[0].strip());
    Optional<String> text = path.flatMap(files::text);
    if (text.isEmpty() || ++included > MOST || (length += text.get().length()) > LONGEST) {
      return Optional.empty();
    }
    List<String> lines = text.get().lines().toList();
    boolean hideRest = include.group(2).equals("rustdoc_include");
    return selected(lines, parts.length > 1 ? parts[1].strip() : "", hideRest)
        .map(part -> resolve(path.get(), part, depth + 1));
  }

  /** Empty when the file has no such anchor. */
  private static Optional<String> selected(List<String> lines, String what, boolean hideRest) {
    boolean byLines = what.matches("\\d*(:\\d*)?");
    boolean[] wanted = byLines ? stretch(lines.size(), what) : anchored(lines, what);
    List<String> shown = new ArrayList<>();
    boolean any = byLines;
    for (int i = 0; i < wanted.length; i++) {
      String line = lines.get(i);
      any |= wanted[i];
      if (!byLines && ANCHOR.matcher(line).find()) continue;
      if (wanted[i]) shown.add(line);
      else if (hideRest) shown.add("# " + line);
    }
    return any ? Optional.of(String.join("\n", shown)) : Optional.empty();
  }

  /**
   * {@code 3} is one line, {@code 3:} the rest, {@code :8} the beginning, {@code 3:8} a stretch.
   */
  private static boolean[] stretch(int size, String what) {
    boolean[] wanted = new boolean[size];
    String[] ends = what.split(":", -1);
    int first = number(ends[0], 1);
    int last = number(ends[ends.length - 1], size);
    for (int i = Math.max(1, first); i <= Math.min(last, size); i++) wanted[i - 1] = true;
    return wanted;
  }

  private static int number(String digits, int otherwise) {
    return digits.isEmpty() || digits.length() > 9 ? otherwise : Integer.parseInt(digits);
  }

  private static boolean[] anchored(List<String> lines, String name) {
    boolean[] wanted = new boolean[lines.size()];
    boolean inside = false;
    for (int i = 0; i < wanted.length; i++) {
      Matcher anchor = ANCHOR.matcher(lines.get(i));
      if (anchor.find() && anchor.group(2).equals(name)) inside = anchor.group(1) == null;
      else wanted[i] = inside;
    }
    return wanted;
  }
}
