package io.github.pyo3doctor.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command as the parser and its help need it: what it takes, and what it does.
 *
 * @param description paragraphs; the first alone speaks for it in a list of commands
 * @param options those that every command has included
 * @param start what is done when no subcommand is named
 */
record Command(
    String name,
    List<String> description,
    List<Option<?>> options,
    Optional<Positional> positional,
    Optional<Subcommands> subcommands,
    Start start) {

  /**
   * Arguments that are no options.
   *
   * @param most how many are taken
   */
  record Positional(String label, int least, int most, String description) {
    String usage() {
      return most > 1 ? label + "..." : least == 0 ? "[" + label + "]" : label;
    }
  }

  /**
   * The commands one of which has to be named.
   *
   * @param label what stands for them in the usage line
   * @param missing what is said when none is named
   */
  record Subcommands(String label, String missing, List<Command> commands) {}

  /** Runs a command and returns the process's exit code. */
  interface Start {
    int run(Given given) throws Exception;
  }

  /** A command with the options that all have, which does nothing yet. */
  static Command named(String name, String... description) {
    return new Command(
        name,
        List.of(description),
        List.of(Option.DEBUG, Option.HELP, Option.VERSION),
        Optional.empty(),
        Optional.empty(),
        given -> ExitCode.CLEAN);
  }

  Command with(Option<?>... more) {
    List<Option<?>> all = Stream.concat(options.stream(), Stream.of(more)).toList();
    return new Command(name, description, all, positional, subcommands, start);
  }

  /** Takes one argument, or none. */
  Command optional(String label, String described) {
    return taking(new Positional(label, 0, 1, described));
  }

  /** Takes one argument. */
  Command required(String label, String described) {
    return taking(new Positional(label, 1, 1, described));
  }

  /** Takes one argument or more. */
  Command several(String label, String described) {
    return taking(new Positional(label, 1, Integer.MAX_VALUE, described));
  }

  private Command taking(Positional taken) {
    return new Command(name, description, options, Optional.of(taken), subcommands, start);
  }

  Command with(Subcommands commands) {
    return new Command(name, description, options, positional, Optional.of(commands), start);
  }

  Command running(Start started) {
    return new Command(name, description, options, positional, subcommands, started);
  }

  Optional<Command> subcommand(String called) {
    return subcommands.stream()
        .flatMap(all -> all.commands().stream())
        .filter(each -> each.name.equals(called))
        .findFirst();
  }

  Optional<Option<?>> option(String called) {
    for (Option<?> each : options) {
      if (each.names().contains(called)) return Optional.of(each);
    }
    return Optional.empty();
  }
}
