package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.faq.NextStep;
import io.github.pyo3doctor.faq.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses the advice that fits what a log says, and fills it in. */
final class NextSteps {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9]+)\\}");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final String NEEDED_PYO3 = "needed";

  private final List<NextStep> steps;
  private final Facts versions;

  NextSteps(List<NextStep> steps, Facts versions) {
    this.steps = List.copyOf(steps);
    this.versions = versions;
  }

  /** The first step for the topic whose conditions hold and whose facts are all known. */
  String after(Topic topic, String signature, Map<FactKind, String> facts) {
    return steps.stream()
        .filter(step -> step.topic().equals(topic.id()) && applies(step, signature, facts))
        .findFirst()
        .map(step -> filled(step.say(), facts))
        .orElseGet(() -> "Read `pyo3-doctor faq show " + topic.id() + "`.");
  }

  private boolean applies(NextStep step, String signature, Map<FactKind, String> facts) {
    if (!step.signatures().isEmpty() && !step.signatures().contains(signature)) return false;
    Optional<String> pyo3 = Optional.ofNullable(facts.get(FactKind.PYO3));
    if (!step.pyo3From().map(from -> isAtLeast(pyo3, from)).orElse(true)) return false;
    if (!step.pyo3Before().map(to -> pyo3.isPresent() && !isAtLeast(pyo3, to)).orElse(true)) {
      return false;
    }
    if (!step.python().map(python -> python.equals(facts.get(FactKind.PYTHON))).orElse(true)) {
      return false;
    }
    return PLACE.matcher(step.say()).results().allMatch(place -> fact(place, facts).isPresent());
  }

  private static boolean isAtLeast(Optional<String> version, String least) {
    if (version.isEmpty()) return false;
    List<Integer> have = numbers(version.get());
    List<Integer> need = numbers(least);
    for (int i = 0; i < need.size() && i < have.size(); i++) {
      int order = Integer.compare(have.get(i), need.get(i));
      if (order != 0) return order > 0;
    }
    return true;
  }

  private static List<Integer> numbers(String version) {
    return NUMBER.matcher(version).results().map(part -> Integer.valueOf(part.group())).toList();
  }

  private Optional<String> fact(MatchResult place, Map<FactKind, String> facts) {
    if (place.group(1).equals(NEEDED_PYO3)) {
      return Optional.ofNullable(facts.get(FactKind.PYTHON)).flatMap(versions::firstPyo3For);
    }
    return facts.entrySet().stream()
        .filter(fact -> fact.getKey().key().equals(place.group(1)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private String filled(String say, Map<FactKind, String> facts) {
    return PLACE
        .matcher(say)
        .replaceAll(place -> Matcher.quoteReplacement(fact(place, facts).orElseThrow()));
  }
}
