package io.github.pyo3doctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.checks.Surroundings;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.report.MachineReport.Entry;
import io.github.pyo3doctor.report.MachineReport.Mark;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.EnvironmentVariable;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Machines that the fixtures of the checks describe. */
class MachineReportTest {
  private static final Path FIXTURES = Path.of("src/test/resources/checks");

  @Test
  void thePythonThatIsTakenStandsFirstWithItsReasonsAndIsMarkedAmongTheOthers() {
    MachineReport report = report("rust-too-old/pass-just-new-enough");

    assertThat(entries(report, 0))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.mark()).isEqualTo(Mark.TAKEN);
              assertThat(entry.title()).isEqualTo("A build takes CPython 3.11.7, x86_64");
              assertThat(entry.details())
                  .contains(
                      "PYO3_PYTHON, VIRTUAL_ENV and CONDA_PREFIX are not set, so PATH is searched")
                  .anyMatch(line -> line.matches("which PyO3: [0-9.]+, without features"));
            });
    assertThat(entries(report, 1))
        .filteredOn(entry -> entry.mark() == Mark.TAKEN)
        .extracting(Entry::title)
        .containsExactly("CPython 3.11.7, x86_64");
    assertThat(entries(report, 1)).hasSizeGreaterThan(1);
    assertThat(entries(report, 2)).extracting(Entry::title).anyMatch(t -> t.startsWith("rustc 1."));
  }

  @Test
  void aBuildThatStopsIsMarkedAndSoIsAVariableThatCountsAgainstItsLooks() {
    MachineReport report = report("rust-too-old/pass-just-new-enough", "PYO3_NO_PYTHON=0");

    assertThat(entries(report, 0))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.mark()).isEqualTo(Mark.WRONG);
              assertThat(entry.title()).startsWith("A build stops, ");
            });
    assertThat(entries(report, 3))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.title()).isEqualTo("`PYO3_NO_PYTHON=0`");
              assertThat(entry.details())
                  .singleElement()
                  .asString()
                  .contains("any value counts, this one too");
            });
  }

  @Test
  void whatIsNotThereIsSaidInASentence() {
    MachineReport report =
        MachineReport.of(
            new Machine(OperatingSystem.LINUX, List.of(), Optional.empty()),
            new Surroundings(List.of(), List.of()));

    assertThat(report.markdown())
        .contains("### Pythons\n\nNo Python was found")
        .contains("### Tools\n\nNeither rustc nor cargo nor maturin")
        .contains("### Variables that steer a build\n\nNone is set.");
  }

  @Test
  void markdownSetsOffWhatIsTakenAndWhatDoesNotWork() {
    assertThat(report("rust-too-old/pass-just-new-enough").markdown())
        .startsWith("## PyO3 Doctor: this machine\n\n### The Python that a build takes\n\n")
        .contains("- **A build takes CPython 3.11.7, x86_64**\n  - `/opt/python311/python`")
        .contains("\n- **CPython 3.11.7, x86_64**\n");
    assertThat(report("rust-too-old/pass-just-new-enough", "PYO3_NO_PYTHON=0").markdown())
        .containsPattern("- A build stops, .* ⚠\n")
        .contains("- `PYO3_NO_PYTHON=0`\n  - no Python is asked");
  }

  private static List<Entry> entries(MachineReport report, int section) {
    return report.sections().get(section).entries();
  }

  private static MachineReport report(String fixture, String... variables) {
    JsonMapper json = new JsonMapper();
    JsonNode file = json.readTree(FIXTURES.resolve(fixture).resolve("environment.json").toFile());
    // The fixture has only Pythons that are not taken: the one of PATH is added.
    file.withArray("/interpreters")
        .addObject()
        .put("executable", "/opt/python311/python")
        .set("build", file.at("/lookups/0/build"))
        .putArray("foundBy")
        .add("PATH");
    BuildEnvironment environment = json.treeToValue(file, BuildEnvironment.class);
    List<EnvironmentVariable> set =
        Arrays.stream(variables)
            .map(variable -> variable.split("=", 2))
            .map(pair -> new EnvironmentVariable(pair[0], pair[1]))
            .toList();
    Machine machine =
        new Machine(
            OperatingSystem.LINUX, set, Optional.empty(), Optional.of(environment), List.of());
    return MachineReport.of(machine, Surroundings.ofMachine(machine, new Libraries().facts()));
  }
}
