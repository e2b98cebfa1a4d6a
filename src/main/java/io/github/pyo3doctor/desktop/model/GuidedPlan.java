package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Part;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.faq.TopicCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The steps that tell whether somebody has the trouble of a topic: those for which its checks and
 * its signatures have a use.
 *
 * @param topic the topic
 * @param questions what its checks ask
 * @param steps the steps, the last of which is the result
 */
public record GuidedPlan(Topic topic, List<String> questions, List<GuidedStep> steps) {
  /** The plan for a topic of ours. */
  public static GuidedPlan of(Topic topic, Doctor doctor) {
    List<Signature> signatures = topic.card().map(TopicCard::signatures).orElse(List.of());
    return new GuidedPlan(
        topic, doctor.questions(topic.id()), steps(doctor.looksAt(topic.id()), signatures));
  }

  /**
   * Which steps there are.
   *
   * @param looksAt what the answers of the checks hang on
   * @param signatures by which the trouble announces itself
   */
  static List<GuidedStep> steps(Set<Part> looksAt, List<Signature> signatures) {
    List<GuidedStep> steps = new ArrayList<>();
    // What was built is looked for in a project too.
    if (!looksAt.isEmpty()) steps.add(GuidedStep.PROJECT);
    if (looksAt.contains(Part.MACHINE)) steps.add(GuidedStep.MACHINE);
    if (looksAt.contains(Part.BUILT)) steps.add(GuidedStep.BINARY);
    if (signatures.stream().anyMatch(Signature::isWaiting)) steps.add(GuidedStep.PROCESS);
    else if (!signatures.isEmpty()) steps.add(GuidedStep.OUTPUT);
    steps.add(GuidedStep.RESULT);
    return List.copyOf(steps);
  }

  /** Whether a step is among them. */
  public boolean has(GuidedStep step) {
    return steps.contains(step);
  }
}
