package io.github.pyo3doctor.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the arguments of one command, and those of the subcommand that is named among them. */
final class ArgumentParser {
  private static final String END_OF_OPTIONS = "--";
  private static final Pattern NUMBER =
      Pattern.compile("-(0[xX]\\p{XDigit}+|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)");

  /**
   * A command that was named.
   *
   * @param name with those of the commands around it
   */
  record Called(Command command, String name, Given given) {}

  private final Command command;
  private final String name;
  private final List<String> arguments;
  private final Map<String, List<String>> words;
  private final Set<String> seen = new HashSet<>();
  private final List<String> positionals = new ArrayList<>();
  private final List<String> unmatched = new ArrayList<>();
  private int firstUnmatched;
  private int next;

  private ArgumentParser(
      Command command,
      String name,
      List<String> arguments,
      int next,
      Map<String, List<String>> outer) {
    this.command = command;
    this.name = name;
    this.arguments = arguments;
    this.next = next;
    this.words = new HashMap<>(outer);
  }

  /** The commands that are named, the outermost first. */
  static List<Called> parse(Command command, String... arguments) throws MisusedException {
    return new ArgumentParser(command, command.name(), List.of(arguments), 0, Map.of()).called();
  }

  private List<Called> called() throws MisusedException {
    List<Called> inner = List.of();
    while (next < arguments.size()) {
      String argument = arguments.get(next++);
      Optional<Command> subcommand = command.subcommand(argument);
      if (argument.equals(END_OF_OPTIONS)) {
        while (next < arguments.size()) positional(arguments.get(next++));
      } else if (subcommand.isPresent()) {
        String inside = name + " " + argument;
        inner = new ArgumentParser(subcommand.get(), inside, arguments, next, words).called();
        next = arguments.size();
      } else if (!option(argument)) {
        if (resemblesOption(argument)) unmatched(argument);
        else positional(argument);
      }
    }
    if (!words.containsKey(Option.HELP.name()) && !words.containsKey(Option.VERSION.name())) {
      refuseWhatIsMissing();
      refuseWhatIsUnknown();
      if (inner.isEmpty() && command.subcommands().isPresent()) {
        throw misused(command.subcommands().get().missing());
      }
    }
    return joined(List.of(new Called(command, name, new Given(words, positionals))), inner);
  }

  /** Takes a known option, and its value; short flags may be written in one. */
  private boolean option(String argument) throws MisusedException {
    Optional<Option<?>> whole = command.option(argument);
    if (whole.isPresent()) {
      take(whole.get(), Optional.empty());
      return true;
    }
    int equals = argument.indexOf('=');
    Optional<Option<?>> before =
        equals < 0 ? Optional.empty() : command.option(argument.substring(0, equals));
    if (before.isPresent()) {
      take(before.get(), Optional.of(argument.substring(equals + 1)));
      return true;
    }
    Optional<Option<?>> letter = letter(argument);
    if (letter.isEmpty()) return false;
    String rest = argument.substring(2);
    if (letter.get().isFlag()) {
      take(letter.get(), Optional.empty());
      if (!option("-" + rest)) unmatched("-" + rest);
    } else {
      take(letter.get(), Optional.of(rest));
    }
    return true;
  }

  private Optional<Option<?>> letter(String argument) {
    return argument.length() > 2 ? command.option(argument.substring(0, 2)) : Optional.empty();
  }

  private void take(Option<?> option, Optional<String> attached) throws MisusedException {
    String word =
        option.isFlag()
            ? attached.orElse("true")
            : attached.isPresent() ? attached.get() : following(option);
    if (option.reading().apply(word).isEmpty()) {
      throw misused(
          "Invalid value for option '" + option.name() + "': " + option.refusal().apply(word));
    }
    if (!option.repeatable() && !seen.add(option.name())) {
      throw misused(called(option) + " should be specified only once");
    }
    words.merge(
        option.name(),
        List.of(word),
        (before, now) -> option.repeatable() ? joined(before, now) : now);
  }

  private String following(Option<?> option) throws MisusedException {
    if (next == arguments.size()) {
      throw misused("Missing required parameter for " + called(option));
    }
    String word = arguments.get(next);
    if (isKnown(word)) {
      throw misused(
          "Expected parameter for option '" + option.name() + "' but found '" + word + "'");
    }
    next++;
    return word;
  }

  private boolean isKnown(String word) {
    return word.equals(END_OF_OPTIONS)
        || command.subcommand(word).isPresent()
        || command.option(word.split("=", 2)[0]).isPresent()
        || letter(word).isPresent();
  }

  private static boolean resemblesOption(String argument) {
    return argument.length() > 1 && argument.startsWith("-") && !NUMBER.matcher(argument).matches();
  }

  private void positional(String argument) {
    int most = command.positional().map(Command.Positional::most).orElse(0);
    if (positionals.size() < most) positionals.add(argument);
    else unmatched(argument);
  }

  private void unmatched(String argument) {
    if (unmatched.isEmpty()) firstUnmatched = next - 1;
    unmatched.add(argument);
  }

  private void refuseWhatIsMissing() throws MisusedException {
    Optional<Command.Positional> missing =
        command.positional().filter(each -> positionals.size() < each.least());
    if (missing.isPresent()) {
      throw misused("Missing required parameter: '" + missing.get().label() + "'");
    }
  }

  private void refuseWhatIsUnknown() throws MisusedException {
    if (unmatched.isEmpty()) return;
    String all = unmatched.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
    boolean one = unmatched.size() == 1;
    if (resemblesOption(unmatched.getFirst())) {
      throw misused((one ? "Unknown option: " : "Unknown options: ") + all);
    }
    String from = one ? "Unmatched argument at index " : "Unmatched arguments from index ";
    throw misused(from + firstUnmatched + ": " + all);
  }

  private static <T> List<T> joined(List<T> before, List<T> now) {
    return Stream.concat(before.stream(), now.stream()).toList();
  }

  private static String called(Option<?> option) {
    return "option '" + option.name() + "'" + (option.isFlag() ? "" : " (" + option.label() + ")");
  }

  private MisusedException misused(String message) {
    return new MisusedException(name, message);
  }
}
