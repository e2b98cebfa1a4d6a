package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The GitHub action and the pre-commit hook call a {@code check} that is really there. */
class AutomationFilesTest {
  private static final String ACTION = ".github/actions/check/action.yml";
  private static final String SCRIPT = ".github/actions/check/examine";
  private static final String HOOK = ".pre-commit-hooks.yaml";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {SCRIPT, HOOK})
  void everyCallIsOneThatCheckTakes(String file) throws IOException {
    String project = SampleProject.sound(folder).path();
    List<String> calls = words(Files.readString(Path.of(file)), "doctor\"? (check.*?)(?: >|\n)");

    assertThat(calls).isNotEmpty();
    for (String call : calls) {
      List<String> arguments = new ArrayList<>(List.of(filledIn(call, project).split(" ", -1)));
      if (!arguments.contains(project)) arguments.add(project);
      Ran ran = Ran.command(arguments.toArray(String[]::new));
      assertThat(ran.err()).as(call).isEmpty();
      assertThat(ran.exit()).as(call).isEqualTo(ExitCode.CLEAN);
    }
  }

  /** As the shell does when none of the variables but the project is set. */
  private static String filledIn(String call, String project) {
    return call.replace("\"", "")
        .replaceAll("\\$\\{\\w+:-(\\w+)}", "$1")
        .replace("$project", project);
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
