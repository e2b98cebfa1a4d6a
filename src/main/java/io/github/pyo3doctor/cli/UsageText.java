package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.report.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The help of a command, for a terminal of 80 columns. */
record UsageText(Paint paint) {
  private static final int WIDTH = 80;

  /** A longer option has a line of its own above its description. */
  private static final int LONGEST_BESIDE = 20;

  private static final String NO_LETTER = "    ";

  /** Text, and the same with colours. */
  private record Painted(String text, String shown) {
    Painted then(String more) {
      return new Painted(text + more, shown + more);
    }

    Painted then(Painted more) {
      return new Painted(text + more.text, shown + more.shown);
    }

    static Painted plain(String text) {
      return new Painted(text, text);
    }
  }

  /**
   * @param name of the command, with those around it
   */
  String of(Command command, String name) {
    StringBuilder out = new StringBuilder();
    List<Option<?>> options = sorted(command);
    out.append("Usage: ").append(paint.bold(name)).append(' ');
    wrap(out, usage(command, options), "Usage: ".length() + name.length() + 1, 0);
    command.description().forEach(paragraph -> wrap(out, words(paragraph), 0, 0));
    rows(out, command, options);
    command.subcommands().ifPresent(all -> commands(out, all.commands()));
    return out.toString();
  }

  private List<Painted> usage(Command command, List<Option<?>> options) {
    List<Painted> words = new ArrayList<>();
    words.add(Painted.plain("[").then(name("-hV")).then("]"));
    options.stream()
        .filter(option -> option.names().size() == 1)
        .sorted(Comparator.comparingInt(UsageText::rank))
        .map(option -> Painted.plain("[").then(heading(option)).then(ending(option)))
        .forEach(words::add);
    command.positional().ifPresent(taken -> words.add(name(taken.usage())));
    command.subcommands().ifPresent(all -> words.addAll(words(all.label())));
    return words;
  }

  private static String ending(Option<?> option) {
    return option.repeatable() ? "]..." : "]";
  }

  /** Flags come first in the usage line, what may be repeated last. */
  private static int rank(Option<?> option) {
    return option.isFlag() ? 0 : option.repeatable() ? 2 : 1;
  }

  private void rows(StringBuilder out, Command command, List<Option<?>> options) {
    int longest =
        options.stream()
            .mapToInt(option -> heading(option).text().length())
            .filter(length -> length <= LONGEST_BESIDE)
            .max()
            .orElse(0);
    int column = 2 + NO_LETTER.length() + longest + 3;
    command
        .positional()
        .ifPresent(
            taken ->
                row(
                    out,
                    Painted.plain(NO_LETTER).then(name(taken.usage())),
                    taken.description(),
                    column));
    for (Option<?> option : options) {
      Painted heading = heading(option);
      Painted before =
          option.names().size() > 1
              ? name(option.names().getFirst()).then(", ")
              : Painted.plain(option.name().startsWith("--") ? NO_LETTER : "");
      row(out, before.then(heading), option.description(), column);
    }
  }

  private void commands(StringBuilder out, List<Command> commands) {
    out.append("Commands:\n");
    int longest = commands.stream().mapToInt(each -> each.name().length()).max().orElse(0);
    for (Command each : commands) {
      Painted heading = new Painted(each.name(), paint.bold(each.name()));
      row(out, heading, each.description().getFirst(), 2 + longest + 2);
    }
  }

  private static void row(StringBuilder out, Painted heading, String description, int column) {
    out.append("  ").append(heading.shown());
    int end = 2 + heading.text().length();
    if (end >= column) {
      out.append('\n');
      end = 0;
    }
    out.repeat(' ', column - end);
    wrap(out, words(description), column, 2);
  }

  /** Writes words from this column on; further lines are indented that much more. */
  private static void wrap(StringBuilder out, List<Painted> words, int column, int hanging) {
    int at = column;
    for (Painted word : words) {
      boolean first = at == column;
      if (!first && at + 1 + word.text().length() > WIDTH) {
        out.append('\n').repeat(' ', column + hanging);
        at = column + hanging;
      } else if (!first) {
        out.append(' ');
        at++;
      }
      out.append(word.shown());
      at += word.text().length();
    }
    out.append('\n');
  }

  private static List<Painted> words(String text) {
    return List.of(text.split(" ")).stream().map(Painted::plain).toList();
  }

  private Painted heading(Option<?> option) {
    Painted name = name(option.name());
    return option.isFlag()
        ? name
        : name.then("=").then(new Painted(option.label(), paint.italic(option.label())));
  }

  private Painted name(String name) {
    return new Painted(name, paint.bold(name));
  }

  private static List<Option<?>> sorted(Command command) {
    return command.options().stream()
        .sorted(
            Comparator.comparing(option -> option.name().replace("-", "").toLowerCase(Locale.ROOT)))
        .toList();
  }
}
