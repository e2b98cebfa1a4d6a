package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.report.Paint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private static final String FIX =
      """
      Usage: pyo3-doctor fix [-hV] [--debug] [--dry-run] [--yes] [--finding=ID]...
                             [PATH]
      Shows the changes that mend what `check` finds, as a diff; writes them with
      --yes.
      Exit code 0: nothing is left to mend; 1: something is.
            [PATH]         The project folder; this one by default.
            --debug        Show stack traces of mistakes in this program.
            --dry-run      Only show the diff; so it is without --yes, too.
            --finding=ID   Only mend the finding with this id of `check --json`; may
                             be repeated.
        -h, --help         Show this help message and exit.
        -V, --version      Print version information and exit.
            --yes          Write the changes that are shown.
      """;

  @Test
  void saysWhatACommandTakesAndDoes() {
    assertThat(Ran.command("fix", "--help")).isEqualTo(new Ran(ExitCode.CLEAN, FIX, ""));
  }

  @Test
  void anOptionTooLongForItsColumnStandsAboveItsDescription() {
    assertThat(Ran.command("inspect", "--help").out())
        .contains(
            """
                  --loader=exe|python-import
                                        Who loads it; told from the file by default.
            """);
  }

  @Test
  void theVersionIsTheProgramsBehindACommandToo() {
    Ran program = Ran.command("--version");

    assertThat(program.out()).startsWith("PyO3 Doctor ");
    assertThat(Ran.command("check", "--version")).isEqualTo(program);
  }

  @Test
  void listsTheCommandsOfTheProgram() {
    assertThat(Ran.command("--help").out())
        .endsWith(
            """
              snapshot  Writes what the checks look at, so that somebody else can examine
                          it.
              faq       Reads the knowledge base.
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "search -h",
        "explain -h",
        "check -h",
        "fix -h",
        "undo -h",
        "inspect -h",
        "snapshot -h",
        "faq -h",
        "faq list -h",
        "faq show -h"
      })
  void fitsEightyColumnsAndIsTheSameInColour(String line) {
    String help = Ran.command(line.split(" ")).out();

    assertThat(help.lines()).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(80));
    String coloured = Ran.command(Paint.ANSI, line.split(" ")).out();
    assertThat(coloured).contains("\u001B[1m");
    assertThat(coloured.replaceAll("\u001B\\[\\d+m", "")).isEqualTo(help);
  }
}
