package io.github.pyo3doctor.fix;

import io.github.pyo3doctor.snapshot.Silence;
import io.github.pyo3doctor.toml.Toml;
import io.github.pyo3doctor.toml.TomlArray;
import io.github.pyo3doctor.toml.TomlException;
import io.github.pyo3doctor.toml.TomlPosition;
import io.github.pyo3doctor.toml.TomlQuoted;
import io.github.pyo3doctor.toml.TomlTable;
import io.github.pyo3doctor.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project's own {@code .pyo3-doctor.toml}, to which silences are added and from which they are
 * taken; what else it says, comments and formatting too, stays byte for byte.
 */
final class SilenceFile {
  private final Path root;
  private final Optional<String> before;

  private SilenceFile(Path root, Optional<String> before) {
    this.root = root;
    this.before = before;
  }

  /** The file as it is now; there need not be one. */
  static SilenceFile in(Path root) throws FixRefusedException {
    return new SilenceFile(root, ProjectFile.in(root, Silence.FILE).readIfThere());
  }

  SilencePlan adding(NewSilence wanted) throws FixRefusedException {
    String text = before.orElse("");
    List<List<String>> wantedToo = new ArrayList<>();
    silences(text).forEach(each -> wantedToo.add(said(each)));
    wantedToo.add(said(wanted.check(), wanted.file(), wanted.reason()));
    String added = text + gap(text) + entry(wanted, lineEnd(text));
    // The file may say `silence = […]`, to which no header can add.
    if (!wantedToo.equals(saidBy(added))) throw inAWayOfItsOwn();
    return plan("Silence " + what(wanted.check(), wanted.file()), Optional.of(added));
  }

  SilencePlan removing(Silence unwanted) throws FixRefusedException {
    String text = before.orElse("");
    List<TomlTable> known = silences(text);
    List<String> said = said(unwanted.check(), unwanted.file(), unwanted.reason());
    TomlTable entry =
        known.stream()
            .filter(each -> each.at().line() == unwanted.location().line())
            .filter(each -> said(each).equals(said))
            .findFirst()
            .orElseThrow(
                () ->
                    new FixRefusedException(Silence.FILE + " was changed meanwhile; check again"));
    List<List<String>> others =
        known.stream().filter(each -> each != entry).map(SilenceFile::said).toList();
    Lines lines = new Lines(EditedText.withLineEnds(text), entry.at().line() - 1);
    int next = lineBehind(entry, parsed(text), lines);
    String after =
        Stream.of(lines.aboveComments(next, lastKeyOf(entry)), next)
            .map(lines::without)
            .filter(left -> others.equals(saidBy(left)))
            .findFirst()
            .orElseThrow(SilenceFile::inAWayOfItsOwn);
    String title = "Stop silencing " + what(unwanted.check(), unwanted.file());
    return plan(title, Optional.of(after).filter(left -> !left.isBlank()));
  }

  private SilencePlan plan(String title, Optional<String> after) {
    return new SilencePlan(root, title, new FileChange(Silence.FILE, before, after));
  }

  private static FixRefusedException inAWayOfItsOwn() {
    return new FixRefusedException(
        Silence.FILE + " writes `" + Silence.TABLE + "` in a way of its own: edit it by hand");
  }

  private static String what(String check, Optional<String> file) {
    return "`" + check + "` " + file.map(name -> "in `" + name + "`").orElse("everywhere");
  }

  // ---- what it says

  private static TomlTable parsed(String text) throws FixRefusedException {
    try {
      return Toml.parse(text);
    } catch (TomlException e) {
      String where = Silence.FILE + ":" + e.at().line();
      throw new FixRefusedException(where + ": " + e.reason() + "; mend that first");
    }
  }

  private static List<TomlTable> silences(String text) throws FixRefusedException {
    return tables(parsed(text));
  }

  private static List<TomlTable> tables(TomlTable file) {
    return file.get(Silence.TABLE).stream()
        .filter(TomlArray.class::isInstance)
        .flatMap(array -> ((TomlArray) array).values().stream())
        .filter(TomlTable.class::isInstance)
        .map(TomlTable.class::cast)
        .toList();
  }

  private static List<String> said(String check, Optional<String> file, String reason) {
    return List.of(check, file.orElse(""), reason);
  }

  private static List<String> said(TomlTable entry) {
    return Stream.of("check", "file", "reason").map(key -> entry.text(key).orElse("")).toList();
  }

  /** What each silence of a text says; of a text that is no TOML, nothing. */
  private static List<List<String>> saidBy(String text) {
    try {
      return tables(Toml.parse(text)).stream().map(SilenceFile::said).toList();
    } catch (TomlException e) {
      return List.of(List.of());
    }
  }

  // ---- adding

  private static String gap(String text) {
    if (text.isBlank()) return "";
    return (text.endsWith("\n") ? "" : lineEnd(text)) + lineEnd(text);
  }

  private static String entry(NewSilence wanted, String lineEnd) {
    StringBuilder entry = new StringBuilder("[[" + Silence.TABLE + "]]").append(lineEnd);
    line(entry, "check", wanted.check(), lineEnd);
    wanted.file().ifPresent(file -> line(entry, "file", file, lineEnd));
    line(entry, "reason", wanted.reason(), lineEnd);
    return entry.toString();
  }

  private static void line(StringBuilder entry, String key, String value, String lineEnd) {
    entry.append(key).append(" = ").append(TomlQuoted.of(value)).append(lineEnd);
  }

  private static String lineEnd(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  // ---- removing

  /** The line of the next header; the number of lines when there is none. */
  private static int lineBehind(TomlTable entry, TomlTable file, Lines lines) {
    Set<TomlPosition> own = places(entry).collect(Collectors.toSet());
    return places(file)
        .filter(at -> !own.contains(at))
        .mapToInt(at -> at.line() - 1)
        .filter(line -> line > lines.first())
        .min()
        .orElse(lines.all().size());
  }

  private static int lastKeyOf(TomlTable entry) {
    return places(entry).mapToInt(at -> at.line() - 1).max().orElse(entry.at().line() - 1);
  }

  /** Where keys and elements begin that are written in a value. */
  private static Stream<TomlPosition> places(TomlValue value) {
    return switch (value) {
      case TomlTable table ->
          table.keys().stream()
              .flatMap(
                  key ->
                      Stream.concat(
                          table.at(key).stream(),
                          table.get(key).stream().flatMap(SilenceFile::places)));
      case TomlArray array ->
          array.values().stream()
              .flatMap(each -> Stream.concat(Stream.of(each.at()), places(each)));
      default -> Stream.empty();
    };
  }

  /**
   * The lines of the file, from which an entry goes.
   *
   * @param all with their line ends
   * @param first the entry's first, counted from 0
   */
  private record Lines(List<String> all, int first) {
    /** Comments above the next header are about what follows. */
    int aboveComments(int end, int lastKey) {
      int above = end;
      while (above > lastKey + 1 && isBlankOrComment(all.get(above - 1))) above--;
      return above;
    }

    private static boolean isBlankOrComment(String line) {
      return line.isBlank() || line.strip().startsWith("#");
    }

    /** The text without the lines up to that one, and without the gap that they would leave. */
    String without(int end) {
      int from = first;
      int to = end;
      while (to < all.size() && all.get(to).isBlank()) to++;
      if (to == all.size()) {
        while (from > 0 && all.get(from - 1).isBlank()) from--;
      }
      return String.join("", all.subList(0, from)) + String.join("", all.subList(to, all.size()));
    }
  }
}
