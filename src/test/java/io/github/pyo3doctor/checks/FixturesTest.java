package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.project.CollectProgress;
import io.github.pyo3doctor.project.ProjectCollector;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.EnvironmentVariable;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.SnapshotJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every project under {@code checks/<id>/} is examined by that check, and what it says is compared
 * with the {@code expected.txt} beside the manifest. {@code -Dbless=true} writes the files anew, to
 * be read before they are committed.
 */
class FixturesTest {
  private static final Path ROOT = Path.of("src/test/resources/checks");
  private static final List<Check> CHECKS = new Checks(new Libraries().facts()).all();

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void aFixtureIsFoundToBeWhatItIs(Path fixture) throws Exception {
    Path folder = ROOT.resolve(fixture);
    Check check = check(fixture.getName(0).toString());
    String found = FindingText.of(check.examine(snapshot(folder)));

    if (Boolean.getBoolean("bless")) {
      Files.writeString(folder.resolve("expected.txt"), found);
    }

    assertThat(found).isEqualTo(Files.readString(folder.resolve("expected.txt")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void aFixturesNameSaysWhetherTheCheckSpeaks(Path fixture) throws Exception {
    Outcome outcome = check(fixture.getName(0).toString()).examine(snapshot(ROOT.resolve(fixture)));

    if (fixture.getFileName().toString().startsWith("fail-")) {
      assertThat(outcome).isInstanceOf(Outcome.Found.class);
    } else {
      assertThat(outcome).isNotInstanceOf(Outcome.Found.class);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void anEditBeginsWithTheLineAsItStands(Path fixture) throws Exception {
    Path folder = ROOT.resolve(fixture);
    if (check(fixture.getName(0).toString()).examine(snapshot(folder))
        instanceof Outcome.Found(List<Finding> findings)) {
      for (Finding finding : findings) {
        for (Fix.LineEdit edit : finding.fix().map(Fix::edits).orElse(List.of())) {
          assertThat(Files.readAllLines(folder.resolve(edit.file())).get(edit.line() - 1))
              .isEqualTo(edit.before());
        }
      }
    }
  }

  @Test
  void everyCheckHasAProjectThatFailsAndOneThatPasses() throws Exception {
    for (Check check : CHECKS) {
      List<String> names = namesIn(ROOT.resolve(check.id()));
      assertThat(names).as(check.id()).anyMatch(name -> name.startsWith("fail-"));
      assertThat(names).as(check.id()).anyMatch(name -> name.startsWith("pass-"));
    }
  }

  @Test
  void everyFolderBelongsToACheck() throws Exception {
    List<String> ids = CHECKS.stream().map(Check::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(folders(ROOT).stream().map(Path::toString).toList());
  }

  static List<Path> fixtures() throws Exception {
    List<Path> fixtures = new ArrayList<>();
    for (Path check : folders(ROOT)) {
      for (Path fixture : folders(ROOT.resolve(check))) {
        fixtures.add(check.resolve(fixture));
      }
    }
    return fixtures;
  }

  static Check check(String id) {
    return CHECKS.stream().filter(check -> check.id().equals(id)).findFirst().orElseThrow();
  }

  static Snapshot snapshot(Path folder) throws Exception {
    Path taken = folder.resolve("snapshot.json");
    if (Files.exists(taken)) {
      return new SnapshotJson().read(taken);
    }
    Project project = new ProjectCollector().collect(folder.toAbsolutePath(), CollectProgress.NONE);
    assertThat(project.notExamined()).isEmpty();
    Machine machine =
        new Machine(
            OperatingSystem.LINUX,
            variables(folder),
            Optional.empty(),
            environment(folder),
            List.of());
    return new Snapshot(Snapshot.SCHEMA_VERSION, "test", Optional.of(project), machine);
  }

  private static Optional<BuildEnvironment> environment(Path folder) {
    Path file = folder.resolve("environment.json");
    return Files.exists(file)
        ? Optional.of(new JsonMapper().readValue(file.toFile(), BuildEnvironment.class))
        : Optional.empty();
  }

  private static List<EnvironmentVariable> variables(Path folder) throws Exception {
    Path file = folder.resolve("variables.txt");
    List<EnvironmentVariable> variables = new ArrayList<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      int equals = line.indexOf('=');
      variables.add(new EnvironmentVariable(line.substring(0, equals), line.substring(equals + 1)));
    }
    return variables;
  }

  private static List<String> namesIn(Path folder) throws Exception {
    return folders(folder).stream().map(Path::toString).toList();
  }

  private static List<Path> folders(Path folder) throws Exception {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).map(Path::getFileName).sorted().toList();
    }
  }
}
