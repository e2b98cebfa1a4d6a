package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Silence;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all checks said of one snapshot.
 *
 * @param snapshot what they looked at
 * @param verdicts one for each check, in the checks' own order
 * @param sources the lines that findings point at in files whose text the snapshot does not hold;
 *     none when those files are not on this machine
 * @param surroundings what steers a build, be it a trouble or not
 */
public record Examination(
    Snapshot snapshot, List<Verdict> verdicts, List<Excerpt> sources, Surroundings surroundings) {
  private static final Comparator<Finding> LOUDEST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.location().map(at -> at.file()).orElse(""))
          .thenComparing(finding -> finding.location().map(at -> at.line()).orElse(0));

  /** Every finding that the project did not silence, the loudest first, then by place. */
  public List<Finding> findings() {
    return all().filter(finding -> silence(finding).isEmpty()).toList();
  }

  /** The findings that the project silenced, in the same order. */
  public List<Silenced> silenced() {
    return all()
        .flatMap(finding -> silence(finding).stream().map(why -> new Silenced(finding, why)))
        .toList();
  }

  /** What the project silences although there is nothing, or nothing any more, to be said. */
  public List<Silence> needlessSilences() {
    return silences().filter(silence -> all().noneMatch(at -> covers(silence, at))).toList();
  }

  /** The lines around a place, where they are known. */
  public Optional<Excerpt> excerpt(Location at) {
    return snapshot
        .project()
        .flatMap(project -> project.manifest(at.file()))
        .map(file -> Excerpt.of(file, at))
        .or(() -> sources.stream().filter(each -> each.at().equals(at)).findFirst())
        .filter(each -> !each.line().isBlank());
  }

  private Optional<Silence> silence(Finding finding) {
    return silences().filter(silence -> covers(silence, finding)).findFirst();
  }

  private static boolean covers(Silence silence, Finding finding) {
    return silence.check().equals(finding.check())
        && (silence.file().isEmpty()
            || silence.file().equals(finding.location().map(at -> at.file())));
  }

  private Stream<Silence> silences() {
    return snapshot.project().stream().flatMap(project -> project.silences().stream());
  }

  private Stream<Finding> all() {
    return verdicts.stream().flatMap(Examination::findings).sorted(LOUDEST_FIRST);
  }

  /** How many findings are exactly that loud. */
  public long count(Severity severity) {
    return findings().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** How many verdicts ended that way. */
  public long count(Class<? extends Outcome> kind) {
    return verdicts.stream().filter(verdict -> kind.isInstance(verdict.outcome())).count();
  }

  private static Stream<Finding> findings(Verdict verdict) {
    return verdict.outcome() instanceof Outcome.Found(List<Finding> findings)
        ? findings.stream()
        : Stream.empty();
  }
}
