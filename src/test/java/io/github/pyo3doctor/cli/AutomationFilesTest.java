package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The GitHub action and the pre-commit hook call a {@code check} that is really there. */
class AutomationFilesTest {
  private static final String ACTION = ".github/actions/check/action.yml";
  private static final String SCRIPT = ".github/actions/check/examine";
  private static final String HOOK = ".pre-commit-hooks.yaml";

  @ParameterizedTest
  @ValueSource(strings = {SCRIPT, HOOK})
  void everyOptionIsOneOfCheck(String file) throws IOException {
    String help = Ran.command("check", "--help").out();

    List<String> calls =
        Files.readAllLines(Path.of(file)).stream().filter(line -> line.contains(" check")).toList();

    assertThat(calls).isNotEmpty();
    assertThat(calls)
        .flatMap(call -> words(call, " (--[a-z-]+)"))
        .allSatisfy(option -> assertThat(help).contains(option));
  }

  @Test
  void theScriptReadsEveryVariableThatTheActionSets() throws IOException {
    String script = Files.readString(Path.of(SCRIPT));

    assertThat(words(Files.readString(Path.of(ACTION)), "\n        ([A-Z_]+): "))
        .containsExactly("PROJECT", "FAIL_ON", "MIN_SEVERITY", "SARIF_FILE")
        .allSatisfy(variable -> assertThat(script).contains("${" + variable));
  }

  private static List<String> words(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
