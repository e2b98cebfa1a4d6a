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
    for (Finding finding : findings) {
      long one = filter.ofAnySeverity().lets(finding) ? 1 : 0;
      severities.merge(finding.severity(), one, Long::sum);
    }
    filter.severities().forEach(severity -> severities.putIfAbsent(severity, 0L));
    return new FindingFacets(
        findings.size(),
        findings.stream().filter(filter::lets).count(),
        severities,
        choices(findings, filter.withTopic(Optional.empty()), Finding::topic, filter.topic()),
        choices(findings, filter.withFile(Optional.empty()), FindingFilter::fileOf, filter.file()));
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
