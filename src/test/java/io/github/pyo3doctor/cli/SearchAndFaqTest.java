package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.report.Paint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchAndFaqTest {
  private static final String GARDEN = "src/test/resources/faq/garden.md";

  @Test
  void aSearchShowsIdsTitlesAndPassages() {
    Ran ran = Ran.command("search", "OnceLock", "hangs");

    assertThat(ran.out())
        .startsWith("once-deadlock  Everything hangs at a OnceLock")
        .contains("\n    ");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aSearchThatFindsNothingEndsWithOneAndSaysWhatToTry() {
    Ran ran = Ran.command("search", "xylophone");

    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(
            "pyo3-doctor: no topic matches “xylophone”: try other words, or `pyo3-doctor faq list`"
                + System.lineSeparator());
    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void nothingFoundIsStillADocument() {
    Ran ran = Ran.command("search", "--json", "xylophone");

    assertThat(json(ran).get("hits")).isEmpty();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void pastedOutputIsReadAsALogAndSaysSo() {
    Ran ran =
        Ran.command(
            "search", "rust-lld: error: undefined symbol: PyErr_Print\n>>> referenced by x");

    assertThat(ran.err()).startsWith("pyo3-doctor: read as a log (2 lines); see also");
    assertThat(ran.out()).startsWith("extension-module-linking  ");
    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void whatIsRecognisedComesBeforeWhatTheWordsSpeakOf() {
    String message =
        "ImportError: dynamic module does not define module export function (PyInit_x)";

    JsonNode log = json(Ran.command("search", "--json", message));

    assertThat(log.get("readAs").asString()).isEqualTo("log");
    assertThat(log.get("hits").get(0).get("topic").asString()).isEqualTo("module-init-missing");
    assertThat(log.get("hits").get(0).get("score").asDouble()).isGreaterThan(1.5);
    assertThat(log.get("hits").get(0).get("snippet").asString()).isEqualTo(message);
    assertThat(log.get("hits").findValuesAsString("topic")).doesNotHaveDuplicates();
    for (int i = 1; i < log.get("hits").size(); i++) {
      assertThat(log.get("hits").get(i).get("score").asDouble()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aLogOfAnotherTroubleIsNoMatch() {
    Ran ran = Ran.command("search", "--json", "error[E0502]: cannot borrow `x` as mutable");

    assertThat(json(ran).get("readAs").asString()).isEqualTo("log");
    assertThat(json(ran).get("hits")).isEmpty();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void wordsAreReadAsWords() {
    assertThat(json(Ran.command("search", "--json", "hang")).get("readAs").asString())
        .isEqualTo("words");
  }

  @Test
  void aLimitIsKept() {
    Ran ran = Ran.command("search", "--json", "--limit", "2", "python", "test", "error");

    assertThat(json(ran).get("query").asString()).isEqualTo("python test error");
    assertThat(json(ran).get("hits")).hasSize(2);
  }

  @Test
  void aQueryMayBeginWithADash() {
    assertThat(Ran.command("search", "--", "-1073741515").out())
        .startsWith("windows-dll-not-found");
  }

  @Test
  void everyTopicIsListed() {
    Ran ran = Ran.command("faq", "list");

    assertThat(ran.out().lines())
        .hasSizeGreaterThanOrEqualTo(7)
        .allMatch(line -> line.matches("[a-z0-9-]+ {2,}\\S.*"));
    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aTopicIsShownByItsIdOrItsAnchor() {
    Ran byId = Ran.command("faq", "show", "ctrl-c-ignored");

    assertThat(byId.out())
        .startsWith("Ctrl-C does nothing while Rust code runs\n\n")
        .contains("\nWhat to do\n", "    py.check_signals()?;")
        .doesNotContain("\u001B", "use pyo3::prelude::*;");
    assertThat(Ran.command("faq", "show", "ctrl-c-does-nothing-while-rust-code-runs"))
        .isEqualTo(byId);
  }

  @Test
  void hiddenLinesAreShownOnRequest() {
    assertThat(Ran.command("faq", "show", "--hidden-lines", "ctrl-c-ignored").out())
        .contains("    use pyo3::prelude::*;");
  }

  @Test
  void jsonMayBeAskedForBeforeOrAfterTheCommand() {
    Ran before = Ran.command("faq", "--json", "list");

    assertThat(json(before).get("topics").size()).isGreaterThanOrEqualTo(7);
    assertThat(Ran.command("faq", "list", "--json")).isEqualTo(before);
    assertThat(json(Ran.command("faq", "show", "--json", "once-deadlock")).get("id").asString())
        .isEqualTo("once-deadlock");
  }

  @Test
  void anotherSourceIsReadAndSearched() {
    assertThat(Ran.command("faq", "list", "--source", GARDEN).out())
        .contains("tools-1 ", "Why does Rose::bloom() return None?");
    assertThat(Ran.command("search", "--source", GARDEN, "hedgehog").out())
        .startsWith("my-hedgehog--my-cat-dont-get-along");
  }

  @Test
  void theTextIsForTheReleaseAskedFor() {
    assertThat(Ran.command("faq", "--pyo3", "0.25.1", "show", "--source", GARDEN, "tools").out())
        .contains("https://docs.rs/pyo3/0.25.1/garden/");
  }

  @Test
  void aPageKeepsItsListsItsTablesAndItsCode() {
    assertThat(
            Ran.command("faq", "show", "--source", GARDEN, "why-does-rosebloom-return-none").out())
        .contains("1. Heat it.\n2. Wait:\n", "   • a week for tulips,", "       [greenhouse]\n");
    assertThat(
            Ran.command("faq", "show", "--source", GARDEN, "my-hedgehog--my-cat-dont-get-along")
                .out())
        .contains("Animal    Sleeps\n──", "hedgehog  `day|winter`\ncat       always\n");
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    assertThat(Ran.command("--version"))
        .isEqualTo(new Ran(ExitCode.CLEAN, "PyO3 Doctor 1.2.3" + System.lineSeparator(), ""));
    assertThat(Ran.command("--help").out()).contains("search", "check", "snapshot", "faq");
    for (String command : new String[] {"search", "check", "snapshot", "faq"}) {
      Ran help = Ran.command(command, "--help");
      assertThat(help.exit()).isEqualTo(ExitCode.CLEAN);
      assertThat(help.out()).startsWith("Usage: pyo3-doctor " + command).doesNotContain("\u001B");
    }
  }

  @Test
  void matchesAreColouredOnATerminal() {
    assertThat(Ran.command(Paint.ANSI, "search", "OnceLock").out())
        .contains("\u001B[1;33mOnceLock\u001B[0m");
    assertThat(Ran.command(Paint.NONE, "search", "OnceLock").out()).doesNotContain("\u001B");
  }

  private static JsonNode json(Ran ran) {
    return new JsonMapper().readTree(ran.out());
  }
}
