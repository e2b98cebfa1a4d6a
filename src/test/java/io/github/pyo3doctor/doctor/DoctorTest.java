package io.github.pyo3doctor.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pyo3doctor.checks.Check;
import io.github.pyo3doctor.checks.Checks;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Snapshot NOTHING =
      new Snapshot(
          Snapshot.SCHEMA_VERSION,
          "1",
          Optional.empty(),
          new Machine(OperatingSystem.LINUX, List.of(), Optional.empty()));
  private static final Question PASSES = new Question("passes", "a", s -> new Outcome.Passed());
  private static final Question FINDS =
      new Question("finds", "b", s -> Outcome.of(List.of(finding(Severity.HINT, "x", 1))));
  private static final Question CRASHES =
      new Question(
          "crashes",
          "a",
          s -> {
            throw new IllegalStateException("odd");
          });

  @TempDir private Path folder;

  @Test
  void aCheckThatCrashesIsUnknownAndStopsNoOther() {
    Examination examination =
        doctor(CRASHES, FINDS, PASSES).examine(NOTHING, Set.of(), Progress.SILENT);

    assertThat(examination.snapshot()).isEqualTo(NOTHING);
    assertThat(examination.verdicts())
        .extracting(Verdict::check)
        .containsExactly("crashes", "finds", "passes");
    assertThat(examination.verdicts().getFirst().outcome())
        .isEqualTo(
            new Outcome.Unknown(
                "this check failed (java.lang.IllegalStateException: odd); please report it"));
    assertThat(examination.findings()).hasSize(1);
    assertThat(examination.count(Outcome.Passed.class)).isEqualTo(1);
    assertThat(examination.count(Outcome.Unknown.class)).isEqualTo(1);
  }

  @Test
  void aCheckThatRecursesTooDeepIsUnknownToo() {
    Question recurses =
        new Question(
            "recurses",
            "a",
            s -> {
              throw new StackOverflowError();
            });

    Examination examination = doctor(recurses, PASSES).examine(NOTHING, Set.of(), Progress.SILENT);

    assertThat(examination.verdicts().getFirst().outcome())
        .isEqualTo(new Outcome.Unknown("the project is nested too deep for this check"));
    assertThat(examination.count(Outcome.Passed.class)).isEqualTo(1);
  }

  @Test
  void onlyTheChecksOfTheTopicsAreRun() {
    Examination examination =
        doctor(CRASHES, FINDS, PASSES).examine(NOTHING, Set.of("b"), Progress.SILENT);

    assertThat(examination.verdicts()).extracting(Verdict::check).containsExactly("finds");
  }

  @Test
  void everyCheckIsAnnounced() {
    Watch watch = new Watch(100);

    doctor(PASSES, FINDS).examine(NOTHING, Set.of(), watch);

    assertThat(watch.seen).containsExactlyInAnyOrder("passes", "finds");
  }

  @Test
  void theExaminationStopsWhenAsked() {
    Watch watch = new Watch(0);

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> doctor(PASSES, FINDS, CRASHES).examine(NOTHING, Set.of(), watch));
    assertThat(watch.seen).isEmpty();
  }

  @Test
  void lookingAtAProjectStopsWhenAsked() throws Exception {
    Files.writeString(folder.resolve("Cargo.toml"), "[package]\nname = \"a\"\n");
    Watch watch = new Watch(0);

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> doctor().look(folder, watch));
  }

  @Test
  void aSnapshotNamesTheProgramThatTookIt() throws Exception {
    Files.writeString(folder.resolve("Cargo.toml"), "[package]\nname = \"a\"\n");
    Doctor doctor = doctor();
    Snapshot taken = doctor.look(folder, Progress.SILENT);
    Path file = Files.writeString(folder.resolve("s.json"), doctor.write(taken));

    assertThat(taken.doctorVersion()).isEqualTo("1.2.3");
    assertThat(taken.schemaVersion()).isEqualTo(Snapshot.SCHEMA_VERSION);
    assertThat(doctor.open(file)).isEqualTo(taken);
  }

  @Test
  void theTopicsWithAChecksAreKnown() {
    assertThat(doctor(PASSES, FINDS, CRASHES).checkedTopics()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void findingsComeLoudestFirstThenByPlace() {
    List<Finding> found =
        List.of(
            finding(Severity.HINT, "a", 1),
            finding(Severity.ERROR, "b", 9),
            finding(Severity.WARNING, "a", 1),
            finding(Severity.ERROR, "a", 10),
            finding(Severity.ERROR, "a", 9));
    Question several = new Question("several", "a", s -> Outcome.of(found));

    assertThat(doctor(several).examine(NOTHING, Set.of(), Progress.SILENT).findings())
        .containsExactly(found.get(4), found.get(3), found.get(1), found.get(2), found.getFirst());
  }

  @Test
  void findingNothingIsPassing() {
    assertThat(Outcome.of(List.of())).isEqualTo(new Outcome.Passed());
  }

  private static Doctor doctor(Check... checks) {
    Libraries libraries = new Libraries();
    return new Doctor("1.2.3", libraries, () -> new Checks(libraries.facts(), List.of(checks)));
  }

  private static Finding finding(Severity severity, String file, int line) {
    return new Finding(
        "finds",
        "b",
        severity,
        "message",
        Optional.of(new Location(file, line, 1)),
        List.of(),
        Optional.empty());
  }

  private record Question(String id, String topic, Function<Snapshot, Outcome> answer)
      implements Check {
    @Override
    public String question() {
      return id + "?";
    }

    @Override
    public Outcome examine(Snapshot snapshot) {
      return answer.apply(snapshot);
    }
  }

  /** Stops the work after it has seen so many things. */
  private static final class Watch implements Progress {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final int most;

    private Watch(int most) {
      this.most = most;
    }

    @Override
    public void lookingAt(String what) {
      seen.add(what);
    }

    @Override
    public boolean cancelled() {
      return seen.size() >= most;
    }
  }
}
