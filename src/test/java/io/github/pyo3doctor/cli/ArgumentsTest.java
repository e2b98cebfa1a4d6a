package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How arguments are read; what the commands make of them has tests of its own. */
class ArgumentsTest {
  private static final Option<Boolean> LOUD = Option.flag("--loud", "Says it.");
  private static final Option<Integer> COUNT = Option.number("--count", "N", "So many.");
  private static final Option<String> WORD = Option.text("--word", "W", "A word.").repeated();
  private static final Option<String> FILE = Option.text("-o", "FILE", "Where to.");
  private static final Command SAY =
      Command.named("say", "Says something.")
          .with(LOUD, COUNT, WORD, FILE)
          .optional("PATH", "What about.")
          .running(given -> ExitCode.CLEAN);
  private static final Command PROGRAM =
      Command.named("program", "Speaks.")
          .with(LOUD)
          .with(new Command.Subcommands("COMMAND", "a command is missing", List.of(SAY)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say --count 3 --loud -o out here",
        "say here --count=3 --loud -oout",
        "say -o=out --count +3 here --loud=true",
        "say --loud --count 3 -o out -- here"
      })
  void optionsStandAnywhereAndHaveTheirValueBehindOrAttached(String line) throws Exception {
    Given given = said(line);

    assertThat(given.flag(LOUD)).isTrue();
    assertThat(given.value(COUNT)).contains(3);
    assertThat(given.value(FILE)).contains("out");
    assertThat(given.positional()).contains("here");
  }

  @Test
  void whatMayBeRepeatedKeepsItsOrder() throws Exception {
    assertThat(said("say --word b --word=a --word b").values(WORD)).containsExactly("b", "a", "b");
  }

  @Test
  void valuesAreTakenAsTheyAre() throws Exception {
    assertThat(said("say --word -x --word=a=b --word '\"q\"'").values(WORD))
        .containsExactly("-x", "a=b", "'\"q\"'");
  }

  @Test
  void behindTwoHyphensNothingIsAnOption() throws Exception {
    assertThat(said("say -- --loud").positional()).contains("--loud");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "-1", "-1.5", "-.5", "-0x1F", "-1e5"})
  void aHyphenAloneAndNumbersAreNoOptions(String argument) throws Exception {
    assertThat(said("say " + argument).positional()).contains(argument);
  }

  @Test
  void anOptionOfTheProgramHoldsForItsCommand() throws Exception {
    assertThat(said("--loud say").flag(LOUD)).isTrue();
    assertThat(said("say").flag(LOUD)).isFalse();
    assertThat(said("--loud say --loud").flag(LOUD)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "say --bogus            | program say | Unknown option: '--bogus'",
        "say --loudly           | program say | Unknown option: '--loudly'",
        "say --lou              | program say | Unknown option: '--lou'",
        "say -loud              | program say | Unknown option: '-loud'",
        "say --bogus -x here    | program say | Unknown options: '--bogus', '-x'",
        "say a b --bogus        | program say | Unmatched arguments from index 2: 'b', '--bogus'",
        "say a b                | program say | Unmatched argument at index 2: 'b'",
        "sya                    | program     | Unmatched argument at index 0: 'sya'",
        "--bogus say            | program     | Unknown option: '--bogus'",
        "--loud                 | program     | a command is missing",
        "say --count            | program say | Missing required parameter for option '--count'"
            + " (N)",
        "say --count --loud     | program say | Expected parameter for option '--count' but found"
            + " '--loud'",
        "say --count -- a       | program say | Expected parameter for option '--count' but found"
            + " '--'",
        "say --count two        | program say | Invalid value for option '--count': 'two' is not an"
            + " int",
        "say --loud=very        | program say | Invalid value for option '--loud': 'very' is not a"
            + " boolean",
        "say --loud --loud      | program say | option '--loud' should be specified only once",
        "say --count 1 --count 2 | program say | option '--count' (N) should be specified only once"
      })
  void aMistakeIsToldInOneLine(String line, String command, String message) {
    assertThatExceptionOfType(MisusedException.class)
        .isThrownBy(() -> said(line))
        .withMessage(message)
        .satisfies(mistake -> assertThat(mistake.command()).isEqualTo(command));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"say --bogus --help", "say -h a b c", "say -hV", "--help sya", "-h say -x"})
  void whoAsksForHelpIsNotRefused(String line) throws Exception {
    assertThat(ArgumentParser.parse(PROGRAM, line.split(" ")))
        .anySatisfy(called -> assertThat(called.given().has(Option.HELP)).isTrue());
  }

  @Test
  void whatIsGivenCannotBeChanged() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> new Given(Map.of(), List.of()).positionals().add("more"));
  }

  private static Given said(String line) throws MisusedException {
    return ArgumentParser.parse(PROGRAM, line.split(" ")).getLast().given();
  }
}
