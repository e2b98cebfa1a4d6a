package io.github.pyo3doctor.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys of a YAML file by their indentation, which is all that GitHub workflows need: no
 * anchors, tags or several documents. Lists and objects in brackets stay text.
 */
final class YamlOutline {
  private static final Pattern ENTRY =
      Pattern.compile("(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'#\\[{][^:#]*?))\\s*:(?:\\s+(.*))?");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");
  private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]*");

  private YamlOutline() {}

  /** One line of a text block. */
  record Line(String text, int number, int column) {}

  /**
   * A key or an element of a list.
   *
   * @param key its name; {@code -} for an element
   * @param value what stands behind it on its own line
   * @param lines the lines of its text block, each alone, or its value as the only one
   * @param folded whether the lines are one
   */
  record Node(
      String key, String value, int indent, List<Line> lines, boolean folded, List<Node> children) {
    Optional<Node> child(String name) {
      return children.stream().filter(each -> each.key.equals(name)).findFirst();
    }

    /** The value of a key below, without the quotes. */
    Optional<String> text(String name) {
      return child(name).map(Node::plain);
    }

    String plain() {
      return value.replaceFirst("^([\"'])(.*)\\1$", "$2");
    }

    /** Every node below. */
    Stream<Node> below() {
      return children.stream().flatMap(each -> Stream.concat(Stream.of(each), each.below()));
    }
  }

  /** Reads a file; what does not look like a key or an element is passed over. */
  static Node read(String text) {
    Node root = new Node("", "", -1, List.of(), false, new ArrayList<>());
    Deque<Node> open = new ArrayDeque<>(List.of(root));
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = COMMENT.matcher(lines.get(i)).replaceFirst("");
      int indent = indent(line);
      while (line.startsWith("- ", indent) || line.substring(indent).equals("-")) {
        add(open, new Node("-", rest(line, indent + 1), indent, List.of(), false, list()));
        indent = Math.min(line.length(), indent + 1 + indent(line.substring(indent + 1)));
      }
      Matcher entry = ENTRY.matcher(line.substring(indent).stripTrailing());
      if (line.isBlank() || !entry.matches()) {
        continue;
      }
      String key =
          Stream.of(1, 2, 3).map(entry::group).filter(each -> each != null).findFirst().orElse("");
      String value = entry.group(4) == null ? "" : entry.group(4).strip();
      List<Line> block = new ArrayList<>();
      boolean isBlock = BLOCK.matcher(value).matches();
      while (isBlock && i + 1 < lines.size() && belongs(lines.get(i + 1), indent)) {
        String next = lines.get(++i);
        block.add(new Line(next.strip(), i + 1, indent(next) + 1));
      }
      if (!isBlock && !value.isEmpty()) {
        block.add(new Line(value, i + 1, line.lastIndexOf(value) + 1));
      }
      add(open, new Node(key, value, indent, block, value.startsWith(">"), list()));
    }
    return root;
  }

  private static void add(Deque<Node> open, Node node) {
    while (open.getLast().indent() >= node.indent()) {
      open.removeLast();
    }
    open.getLast().children().add(node);
    open.addLast(node);
  }

  private static List<Node> list() {
    return new ArrayList<>();
  }

  private static String rest(String line, int from) {
    return line.substring(Math.min(from, line.length())).strip();
  }

  private static boolean belongs(String line, int indent) {
    return line.isBlank() || indent(line) > indent;
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
