package io.github.pyo3doctor.faq;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A chapter as another parser sees it, with its preprocessing done in the plainest way, to compare
 * with: its words, its links and the anchors they may name.
 */
final class GuideSource {
  private static final Pattern INCLUDE = Pattern.compile("\\{\\{#include ([^}]+)}}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Pattern HTML =
      Pattern.compile(
          "(?s)<!--.*?-->|<style>.*?</style>|</?(a|br|code|details|div|span|hr|img|small|sub|summary|sup)\\b[^>]*>");
  private static final Pattern IMAGE = Pattern.compile("<img [^>]*alt=\"([^\"]*)\"[^>]*>");
  private static final Pattern HEADING_ID = Pattern.compile("\\s*\\{\\s*#([^}\\s]+)\\s*}\\s*$");
  private static final Pattern DEFINITION = Pattern.compile("(?m)^  : ");
  private static final Pattern TERM = Pattern.compile("(?m)^(\\S.*)\n  : ");
  private static final Pattern HTML_ANCHOR = Pattern.compile("<a (?:name|id)=\"([^\"]+)\"");

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> slugs = new HashMap<>();
  private final Set<String> links = new TreeSet<>();
  private final Set<String> anchors = new TreeSet<>();
  private int hiddenLines;
  private int codeBlocks;

  /**
   * Reads a chapter.
   *
   * @param path of the chapter in its crate
   */
  GuideSource(BookFiles crate, String path, String version) {
    String text = included(crate, path);
    text =
        text.replace("{{#PYO3_VERSION_TAG}}", "v" + version)
            .replace("{{#PYO3_DOCS_URL}}", "https://docs.rs/pyo3/" + version)
            .replace("{{#PYO3_DOCS_VERSION}}", version)
            .replace("{{#PYO3_CRATE_VERSION}}", "version = \"" + version + "\"")
            .replaceAll("\\{\\{#(end)?tabs? }}", "\n")
            .replaceAll("\\{\\{#tab name=\"(.*?)\" }}", "$1\n");
    if (DEFINITION.matcher(text).find()) {
      for (Matcher term = TERM.matcher(text); term.find(); ) anchors.add(slug(term.group(1)));
      text = text.replaceAll("(?m)^ {4}", "").replaceAll("(?m)^  : ", "\n");
    }
    read(Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(text));
  }

  List<String> words() {
    return words(text.toString());
  }

  int hiddenLines() {
    return hiddenLines;
  }

  int codeBlocks() {
    return codeBlocks;
  }

  /** The words of a text, markup of its HTML left out. */
  static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String included(BookFiles crate, String path) {
    Matcher include = INCLUDE.matcher(crate.text(path).orElseThrow());
    return include.replaceAll(
        found -> {
          String target = Path.of(path).resolveSibling(found.group(1)).normalize().toString();
          return Matcher.quoteReplacement(
              crate.text(target).orElse("[not available here: include " + found.group(1) + "]"));
        });
  }

  /** The links of all chapters that name no file, or no anchor in it. */
  static Set<String> dead(Map<String, GuideSource> chapters) {
    Set<String> dead = new TreeSet<>();
    chapters.forEach(
        (id, source) -> {
          for (String link : source.links) {
            if (!leadsSomewhere(id, link, chapters)) dead.add(id + ".md -> " + link);
          }
        });
    return dead;
  }

  private static boolean leadsSomewhere(String id, String link, Map<String, GuideSource> chapters) {
    String[] parts = link.split("#", 2);
    String page = parts[0].replaceAll("\\.(md|html)$", "");
    String target = page.isEmpty() ? id : Path.of(id).resolveSibling(page).normalize().toString();
    return (page.isEmpty() || !page.equals(parts[0]))
        && chapters.containsKey(target)
        && (parts.length == 1 || chapters.get(target).anchors.contains(parts[1]));
  }

  private static String slug(String heading) {
    return heading
        .strip()
        .replaceAll("[^\\p{L}\\p{N}_\\s-]", "")
        .replaceAll("\\s", "-")
        .toLowerCase(Locale.ROOT);
  }

  private void read(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text its -> text.append(its.getLiteral());
        case Code its -> text.append(its.getLiteral());
        case HtmlInline its -> html(its.getLiteral());
        case HtmlBlock its -> html(its.getLiteral());
        case SoftLineBreak its -> text.append('\n');
        case HardLineBreak its -> text.append('\n');
        case IndentedCodeBlock its -> code(false, its.getLiteral());
        case FencedCodeBlock its ->
            code(
                Optional.ofNullable(its.getInfo()).orElse("").startsWith("rust"), its.getLiteral());
        case Heading its -> heading(its);
        case Link its -> {
          if (!its.getDestination().matches("[a-z]+:.*|//.*")) links.add(its.getDestination());
          read(its);
        }
        default -> read(node);
      }
      if (node instanceof Block || node instanceof TableCell) text.append('\n');
    }
  }

  private void html(String source) {
    HTML_ANCHOR.matcher(source).results().forEach(found -> anchors.add(found.group(1)));
    String withDescriptions = IMAGE.matcher(source).replaceAll("$1");
    text.append(HTML.matcher(withDescriptions).replaceAll(""));
  }

  private void code(boolean rust, String source) {
    codeBlocks++;
    for (String line : source.lines().toList()) {
      boolean hidden = rust && (line.strip().equals("#") || line.strip().startsWith("# "));
      if (hidden) hiddenLines++;
      else text.append(line).append('\n');
    }
  }

  private void heading(Heading heading) {
    int start = text.length();
    read(heading);
    String shown = text.substring(start);
    Matcher attribute = HEADING_ID.matcher(shown);
    if (attribute.find()) {
      text.setLength(start + attribute.start());
      anchors.add(attribute.group(1));
      return;
    }
    String slug = slug(shown);
    int before = slugs.merge(slug, 1, Integer::sum) - 1;
    anchors.add(before == 0 ? slug : slug + "-" + before);
  }
}
