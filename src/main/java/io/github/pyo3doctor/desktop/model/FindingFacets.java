package io.github.pyo3doctor.desktop.model;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Severity;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a filter can be set to, with how many findings each would show beside its other parts.
 *
 * @param all how many findings there are
 * @param shown how many pass the filter
 * @param severities those that there are findings of, or that are chosen
 * @param topics the same, most findings first
 * @param files the same
 */
public record FindingFacets(
    long all, long shown, Map<Severity, Long> severities, List<Choice> topics, List<Choice> files) {
  private static final Comparator<Choice> MOST_FIRST =
      Comparator.comparingLong(Choice::count).reversed().thenComparing(Choice::value);

  /**
   * One topic or file.
   *
   * @param count of the findings that choosing it shows
   */
  public record Choice(String value, long count) {}

  /** The choices among findings. */
  public static FindingFacets of(List<Finding> findings, FindingFilter filter) {
    Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    findings.forEach(finding -> severities.put(finding.severity(), 0L));
    filter.severities().forEach(severity -> severities.put(severity, 0L));
    // Words are what takes long to look for: once is enough.
    List<Finding> said = findings.stream().filter(filter::holdsWords).toList();
    FindingFilter rest = filter.withWords("");
    said.stream()
        .filter(rest.ofAnySeverity()::lets)
        .forEach(finding -> severities.merge(finding.severity(), 1L, Long::sum));
    return new FindingFacets(
        findings.size(),
        said.stream().filter(rest::lets).count(),
        severities,
        choices(said, rest.withTopic(Optional.empty()), Finding::topic, filter.topic()),
        choices(said, rest.withFile(Optional.empty()), FindingFilter::fileOf, filter.file()));
  }

  private static List<Choice> choices(
      List<Finding> findings,
      FindingFilter others,
      Function<Finding, String> value,
      Optional<String> chosen) {
    Map<String, Long> counts =
        findings.stream().filter(others::lets).collect(groupingBy(value, counting()));
    chosen.ifPresent(choice -> counts.putIfAbsent(choice, 0L));
    return counts.entrySet().stream()
        .map(each -> new Choice(each.getKey(), each.getValue()))
        .sorted(MOST_FIRST)
        .toList();
  }
}
