package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.InspectTopic;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.report.Summary;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.symptoms.Match;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a guided check says by now.
 *
 * @param kind whether the trouble was seen
 * @param sentences one for each thing that was looked at; code stands between back quotes
 * @param others the ids of the topics that explain other troubles that were seen
 */
public record GuidedVerdict(Kind kind, List<String> sentences, Set<String> others) {
  /** Whether the trouble was seen. */
  public enum Kind {
    /** Nothing was looked at. */
    NONE_YET,
    /** It was. */
    FOUND,
    /** It was not, and not everything could be told. */
    OPEN,
    /** It was not. */
    NOT_SEEN
  }

  static GuidedVerdict of(GuidedState state) {
    Collected said = new Collected(state.plan().topic().id());
    state.examined().ifPresent(done -> said.project(state.project().map(GuidedState::name), done));
    if (state.inspection() instanceof InspectionState.Done(Path file, Inspected inspected)) {
      said.file(GuidedState.name(file), inspected);
    }
    if (state.log().map(LogReading::state).orElse(new LogState.Running())
        instanceof LogState.Done(List<Match> matches)) {
      said.text(state.log().get().name(), matches);
    }
    return said.verdict();
  }

  private static final class Collected {
    private final String topic;
    private final List<String> sentences = new ArrayList<>();
    private final Set<String> others = new LinkedHashSet<>();
    private boolean found;
    private boolean open;

    private Collected(String topic) {
      this.topic = topic;
    }

    private void project(Optional<String> chosen, Examination examination) {
      String name = "`" + chosen.orElse("the project") + "`";
      String checks = Summary.checks(examination) + ".";
      boolean silenced = !examination.silenced().isEmpty();
      if (!examination.findings().isEmpty() || silenced) {
        found = true;
        String what = Summary.findings(examination, examination.findings());
        boolean others = examination.count(Outcome.Found.class) < examination.verdicts().size();
        sentences.add("Found in " + name + ": " + what + (others ? "; " + checks : "."));
      } else if (examination.count(Outcome.Unknown.class) > 0) {
        open = true;
        sentences.add("Nothing of this was found in " + name + " where it could look: " + checks);
      } else if (examination.count(Outcome.Passed.class) > 0) {
        sentences.add("This is not what troubles " + name + ", as far as is checked: " + checks);
      } else {
        open = true;
        int asked = examination.verdicts().size();
        sentences.add(
            asked == 1
                ? "The question does not arise here for " + name + "."
                : "None of the "
                    + Counted.of(asked, "question")
                    + " arises here for "
                    + name
                    + ".");
      }
    }

    private void file(String name, Inspected inspected) {
      Optional<String> about = InspectTopic.of(inspected);
      if (about.equals(Optional.of(topic))) {
        found = true;
        sentences.add("`" + name + "` has this trouble.");
      } else if (about.isPresent()) {
        others.add(about.get());
        sentences.add("`" + name + "` has another trouble than this.");
      } else if (inspected.whole().outcome() == LoadOutcome.LOADS) {
        sentences.add("`" + name + "` loads: this is not its trouble.");
      } else {
        open = true;
        sentences.add(
            inspected.whole().outcome() == LoadOutcome.UNKNOWN
                ? "What the loader does with `" + name + "` could not be told."
                : "`" + name + "` does not load, for a reason that is none of PyO3's.");
      }
    }

    private void text(String name, List<Match> matches) {
      if (matches.stream().anyMatch(match -> match.topic().equals(topic))) {
        found = true;
        sentences.add(name + " tells of this trouble.");
      } else if (matches.isEmpty()) {
        open = true;
        sentences.add(name + " holds nothing that is recognised.");
      } else {
        matches.forEach(match -> others.add(match.topic()));
        sentences.add(name + " tells of another trouble.");
      }
    }

    private GuidedVerdict verdict() {
      Kind kind =
          sentences.isEmpty()
              ? Kind.NONE_YET
              : found ? Kind.FOUND : open ? Kind.OPEN : Kind.NOT_SEEN;
      return new GuidedVerdict(kind, List.copyOf(sentences), Set.copyOf(others));
    }
  }
}
