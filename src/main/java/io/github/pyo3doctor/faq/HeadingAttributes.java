package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * mdBook's heading attributes: {@code ## Title {#id .class}}.
 *
 * @param content the heading without them
 * @param id the anchor it asks for
 */
record HeadingAttributes(List<Inline> content, Optional<String> id) {
  private static final Pattern TRAILING = Pattern.compile("\\s*\\{([^{}]*)}\\s*$");
  private static final Pattern ID = Pattern.compile("#([^\\s.#]+)");

  static HeadingAttributes split(List<Inline> heading) {
    if (heading.isEmpty() || !(heading.getLast() instanceof Inline.Text(String text))) {
      return new HeadingAttributes(heading, Optional.empty());
    }
    Matcher trailing = TRAILING.matcher(text);
    if (!trailing.find()) return new HeadingAttributes(heading, Optional.empty());
    Matcher id = ID.matcher(trailing.group(1));
    if (!id.find()) return new HeadingAttributes(heading, Optional.empty());
    List<Inline> content = new ArrayList<>(heading.subList(0, heading.size() - 1));
    content.add(new Inline.Text(text.substring(0, trailing.start())));
    return new HeadingAttributes(List.copyOf(content), Optional.of(id.group(1)));
  }
}
