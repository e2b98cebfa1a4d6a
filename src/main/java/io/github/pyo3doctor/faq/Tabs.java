package io.github.pyo3doctor.faq;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the tabs of the mdbook-tabs preprocessor into {@code <details>}: alternatives that are read
 * one below the other, each under its name.
 */
final class Tabs {
  private static final Pattern AROUND =
      Pattern.compile("(?m)^([ \\t]*)\\{\\{\\s*#\\s*(tabs|endtabs)\\b[^{}\\n]*}}[ \\t]*$");
  private static final Pattern BEGIN =
      Pattern.compile(
          "(?m)^([ \\t]*)\\{\\{\\s*#\\s*tab\\s+name\\s*=\\s*\"([^\"\\n]*)\"[^{}\\n]*}}[ \\t]*$");
  private static final Pattern END =
      Pattern.compile("(?m)^([ \\t]*)\\{\\{\\s*#\\s*endtab\\b[^{}\\n]*}}[ \\t]*$");

  private Tabs() {}

  static String asDetails(String markdown) {
    if (!markdown.contains("{{")) return markdown;
    String text = AROUND.matcher(markdown).replaceAll("");
    text = BEGIN.matcher(text).replaceAll(tab -> replacement(tab.group(1), tab.group(2)));
    return END.matcher(text).replaceAll("\n$1</details>\n");
  }

  private static String replacement(String indent, String name) {
    String shown = name.replace("&", "&amp;").replace("<", "&lt;");
    return Matcher.quoteReplacement("\n" + indent + "<details><summary>" + shown + "</summary>\n");
  }
}
