package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why something could not be told.
 *
 * @param notExamined whether it is something that was not looked at, rather than looked at in vain
 * @param reason one line: what and why
 * @param questions the checks' questions that it leaves open; none when it did not matter
 */
record Unsettled(boolean notExamined, String reason, List<String> questions) {
  /** What was not examined, in order, then what the checks could not tell otherwise. */
  static List<Unsettled> of(Examination examination) {
    Map<String, List<String>> questions = new LinkedHashMap<>();
    examination.snapshot().project().map(Project::notExamined).orElse(List.of()).stream()
        .map(NotExamined::toString)
        .forEach(missed -> questions.put(missed, new ArrayList<>()));
    int notExamined = questions.size();
    for (Verdict verdict : examination.verdicts()) {
      if (verdict.outcome() instanceof Outcome.Unknown(String reason)) {
        questions.computeIfAbsent(reason, _ -> new ArrayList<>()).add(verdict.question());
      }
    }
    List<Unsettled> all = new ArrayList<>();
    questions.forEach(
        (reason, open) ->
            all.add(new Unsettled(all.size() < notExamined, reason, List.copyOf(open))));
    return List.copyOf(all);
  }

  /** {@code not examined} or {@code could not tell}. */
  String word() {
    return notExamined ? "not examined" : "could not tell";
  }
}
