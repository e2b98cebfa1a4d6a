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
 * The keys of a YAML file by their indentation, which is all that the settings of continuous
 * integration need: no anchors, tags or several documents. Lists and objects in brackets stay text.
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
   * @param lines the lines of its text block, each alone, or its value as the only one; of an
   *     element too
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

    /** The same with other lines, each alone. */
    Node with(List<Line> others) {
      return new Node(key, value, indent, others, false, children);
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
    List<String> linesOfFile = text.lines().toList();
    for (int i = 0; i < linesOfFile.size(); i++) {
      String line = COMMENT.matcher(linesOfFile.get(i)).replaceFirst("");
      int indent = indent(line);
      while (line.startsWith("- ", indent) || line.substring(indent).equals("-")) {
        String rest = rest(line, indent + 1);
        List<Line> lines = new ArrayList<>();
        if (BLOCK.matcher(rest).matches()) {
          i = addBlock(linesOfFile, i, indent, lines);
        } else if (!rest.isEmpty()) {
          lines.add(new Line(rest, i + 1, line.indexOf(rest, indent) + 1));
        }
        add(open, new Node("-", rest, indent, lines, rest.startsWith(">"), list()));
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
      if (isBlock) {
        i = addBlock(linesOfFile, i, indent, block);
      }
      if (!isBlock && !value.isEmpty()) {
        block.add(new Line(value, i + 1, line.lastIndexOf(value) + 1));
      }
      add(open, new Node(key, value, indent, block, value.startsWith(">"), list()));
    }
    return root;
  }

  /** Takes the lines that belong to a key or an element; the last of them, by its number. */
  private static int addBlock(List<String> lines, int at, int indent, List<Line> block) {
    int i = at;
    while (i + 1 < lines.size() && belongs(lines.get(i + 1), indent)) {
      String next = lines.get(++i);
      block.add(new Line(next.strip(), i + 1, indent(next) + 1));
    }
    return i;
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
