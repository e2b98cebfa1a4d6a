package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.snapshot.Location;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which findings are shown: those that pass every part of it.
 *
 * @param words what a finding must hold in its message, place, topic or severity; all when blank
 * @param severities how loud it may be; as loud as it likes when empty
 * @param topic the id of the only topic; any when empty
 * @param file the only file, {@link #NO_FILE} for what is in none; any when empty
 */
public record FindingFilter(
    String words, Set<Severity> severities, Optional<String> topic, Optional<String> file) {
  /** The file of findings that are in no file. */
  public static final String NO_FILE = "";

  /** Lets all findings through. */
  public static final FindingFilter NONE =
      new FindingFilter("", Set.of(), Optional.empty(), Optional.empty());

  /** Whether anything is asked of a finding. */
  public boolean isActive() {
    return !words.isBlank() || !severities.isEmpty() || topic.isPresent() || file.isPresent();
  }

  /** Whether a finding is shown. */
  public boolean lets(Finding finding) {
    return (severities.isEmpty() || severities.contains(finding.severity()))
        && topic.map(finding.topic()::equals).orElse(true)
        && file.map(fileOf(finding)::equals).orElse(true)
        && holdsWords(finding);
  }

  /** The file a finding is in, or {@link #NO_FILE}. */
  static String fileOf(Finding finding) {
    return finding.location().map(Location::file).orElse(NO_FILE);
  }

  boolean holdsWords(Finding finding) {
    if (words.isBlank()) return true;
    String place = finding.location().map(Location::toString).orElse("");
    String all =
        String.join(" ", finding.message(), place, finding.topic(), finding.severity().word())
            .toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(all::contains);
  }

  /** The same with other words. */
  public FindingFilter withWords(String others) {
    return new FindingFilter(others, severities, topic, file);
  }

  /** The same with a severity let through as well, or no longer. */
  public FindingFilter with(Severity severity, boolean let) {
    Set<Severity> now = EnumSet.noneOf(Severity.class);
    now.addAll(severities);
    if (let) now.add(severity);
    else now.remove(severity);
    return new FindingFilter(words, Set.copyOf(now), topic, file);
  }

  /** The same with another topic, or any. */
  public FindingFilter withTopic(Optional<String> other) {
    return new FindingFilter(words, severities, other, file);
  }

  /** The same with another file, or any. */
  public FindingFilter withFile(Optional<String> other) {
    return new FindingFilter(words, severities, topic, other);
  }

  FindingFilter ofAnySeverity() {
    return new FindingFilter(words, Set.of(), topic, file);
  }
}
