package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.desktop.model.FindingFacets.Choice;
import io.github.pyo3doctor.snapshot.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingFilterTest {
  private static final List<Finding> FINDINGS =
      List.of(
          finding(Severity.ERROR, "linking", "Cargo.toml", 3),
          finding(Severity.HINT, "getters", "src/lib.rs", 10),
          finding(Severity.HINT, "getters", "src/lib.rs", 20),
          finding(Severity.HINT, "getters", "src/b.rs", 1),
          finding(Severity.WARNING, "linking", "src/lib.rs", 5),
          noFile());

  @Test
  void withoutAFilterAllAreCounted() {
    FindingFacets facets = FindingFacets.of(FINDINGS, FindingFilter.NONE);

    assertThat(FindingFilter.NONE.isActive()).isFalse();
    assertThat(facets.shown()).isEqualTo(facets.all()).isEqualTo(6);
    assertThat(facets.severities())
        .containsEntry(Severity.ERROR, 2L)
        .containsEntry(Severity.WARNING, 1L)
        .containsEntry(Severity.HINT, 3L);
    assertThat(facets.topics()).containsExactly(new Choice("getters", 3), new Choice("linking", 3));
    assertThat(facets.files())
        .containsExactly(
            new Choice("src/lib.rs", 3),
            new Choice(FindingFilter.NO_FILE, 1),
            new Choice("Cargo.toml", 1),
            new Choice("src/b.rs", 1));
  }

  @Test
  void aFindingPassesEveryPartOrIsNotShown() {
    FindingFilter filter =
        FindingFilter.NONE
            .with(Severity.HINT, true)
            .with(Severity.WARNING, true)
            .withFile(Optional.of("src/lib.rs"));
    assertThat(FINDINGS.stream().filter(filter::lets)).hasSize(3);

    assertThat(FINDINGS.stream().filter(filter.withTopic(Optional.of("linking"))::lets))
        .containsExactly(FINDINGS.get(4));
    assertThat(FINDINGS.stream().filter(filter.with(Severity.HINT, false)::lets))
        .containsExactly(FINDINGS.get(4));
    assertThat(FINDINGS.stream().filter(filter.withWords(" LIB.rs:20  getters ")::lets))
        .containsExactly(FINDINGS.get(2));
  }

  @Test
  void aCountIsWhatTheChoiceWouldShowBesideTheOtherParts() {
    FindingFilter filter =
        FindingFilter.NONE.with(Severity.HINT, true).withFile(Optional.of("src/lib.rs"));
    FindingFacets facets = FindingFacets.of(FINDINGS, filter);

    assertThat(facets.shown()).isEqualTo(2);
    assertThat(facets.severities())
        .containsEntry(Severity.ERROR, 0L)
        .containsEntry(Severity.WARNING, 1L)
        .containsEntry(Severity.HINT, 2L);
    assertThat(facets.topics()).containsExactly(new Choice("getters", 2));
    assertThat(facets.files())
        .containsExactly(new Choice("src/lib.rs", 2), new Choice("src/b.rs", 1));
  }

  @Test
  void whatIsChosenStaysAChoiceWhenNothingIsLeftOfIt() {
    FindingFilter filter =
        FindingFilter.NONE
            .withTopic(Optional.of("gone"))
            .withFile(Optional.of("old.rs"))
            .with(Severity.WARNING, true);
    FindingFacets facets = FindingFacets.of(List.of(), filter);

    assertThat(facets.all()).isZero();
    assertThat(facets.topics()).containsExactly(new Choice("gone", 0));
    assertThat(facets.files()).containsExactly(new Choice("old.rs", 0));
    assertThat(facets.severities()).containsExactly(Map.entry(Severity.WARNING, 0L));
  }

  @Test
  void tenThousandAreCounted() {
    List<Finding> many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> finding(Severity.HINT, "t" + i % 7, "src/f" + i % 3000 + ".rs", i + 1))
            .toList();
    FindingFilter filter = FindingFilter.NONE.withWords("src f1").with(Severity.HINT, true);
    FindingFacets facets = FindingFacets.of(many, filter);

    // Of f0 to f2999 those that begin with f1, three times, and of f0 to f999 once more.
    assertThat(facets.files()).hasSize(1 + 10 + 100 + 1000);
    assertThat(facets.shown()).isEqualTo(3 * (1 + 10 + 100 + 1000) + 1 + 10 + 100);
  }

  @Test
  void eachProjectKeepsItsOwnFilter() {
    FilterModel model = new FilterModel();
    model.openFor(Path.of("a"));
    model.change(now -> now.withWords("x"));

    model.openFor(Path.of("b"));
    assertThat(model.filter()).isEqualTo(FindingFilter.NONE);
    model.change(now -> now.with(Severity.ERROR, true));

    model.openFor(Path.of("a"));
    assertThat(model.filter().words()).isEqualTo("x");
    model.clear();
    model.openFor(Path.of("b"));
    assertThat(model.filter().severities()).isEqualTo(Set.of(Severity.ERROR));
    model.openFor(Path.of("a"));
    assertThat(model.filter().isActive()).isFalse();
  }

  private static Finding finding(Severity severity, String topic, String file, int line) {
    return new Finding(
        topic + "-check",
        topic,
        severity,
        "something of " + topic,
        Optional.of(new Location(file, line, 1)),
        List.of(),
        Optional.empty());
  }

  private static Finding noFile() {
    return new Finding(
        "variable-set",
        "linking",
        Severity.ERROR,
        "a variable is set",
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
