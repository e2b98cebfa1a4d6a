package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.faq.NextStep;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.symptoms.Observations.Seen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which troubles a log tells of. Build it once: it prepares the signatures of all topics. Safe
 * to use from several threads.
 */
public final class Recogniser {
  private static final double LEAST = 0.5;
  private static final double MOST = 0.98;

  /** How much of the doubt each further signature of the same topic takes away. */
  private static final double SECONDED = 0.3;

  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private final NextSteps nextSteps;
  private final Knowledge knowledge;
  private final ModuleOrigins modules;
  private final Set<String> cratesOfTests;

  /**
   * Knows these topics.
   *
   * @param steps what to advise, in the order in which they are tried
   * @param versions which PyO3 is made for which Python, and which modules are known
   */
  public Recogniser(List<Topic> topics, List<NextStep> steps, Facts versions) {
    for (Topic topic : topics) this.topics.put(topic.id(), topic);
    this.nextSteps = new NextSteps(steps, versions);
    this.knowledge = new Knowledge(topics);
    this.modules =
        new ModuleOrigins(
            versions.list("modules.of-rust"),
            versions.list("modules.of-others"),
            versions.list("modules.named-as-in-rust"),
            versions.list("modules.named-as-in-c"));
    this.cratesOfTests = Set.copyOf(versions.list("crates.of-tests"));
  }

  /** The troubles a text tells of, most likely first; see {@link #recognise(InputStream)}. */
  public List<Match> recognise(String text) {
    try {
      return recognise(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The troubles a log tells of, one for a topic, most likely first; none rather than a doubtful
   * one. The log is read once, and never kept as a whole.
   *
   * @param log UTF-8, or UTF-16 with a byte order mark; anything else is read as far as it is ASCII
   * @throws IOException when the stream cannot be read
   */
  public List<Match> recognise(InputStream log) throws IOException {
    Recognition recognition = new Recognition(knowledge);
    new LogReader(log, knowledge.scanner(), recognition.sought()).forEach(recognition::read);
    Map<String, Candidate> candidates = new HashMap<>();
    Judgement judgement = new Judgement(recognition, modules, cratesOfTests);
    for (Sighting sighting : recognition.sightings()) {
      judgement
          .of(sighting)
          .forEach(
              (topic, likely) ->
                  candidates.computeIfAbsent(topic, each -> new Candidate()).add(sighting, likely));
    }
    List<Match> matches = new ArrayList<>();
    // The order of the topics settles what is as likely and on the same line.
    for (Topic topic : topics.values()) {
      Candidate candidate = candidates.get(topic.id());
      if (candidate == null || candidate.likely() < LEAST) continue;
      matches.add(match(topic, candidate, recognition));
    }
    matches.sort(
        Comparator.comparingDouble(Match::confidence).reversed().thenComparingInt(Match::first));
    return List.copyOf(matches);
  }

  private Match match(Topic topic, Candidate candidate, Recognition log) {
    Sighting best = candidate.best();
    Map<FactKind, String> facts = new EnumMap<>(FactKind.class);
    Map<FactKind, Integer> lines = new EnumMap<>(FactKind.class);
    for (FactKind kind : FactKind.values()) {
      Optional<Seen<String>> fact = log.context().fact(kind, best.last());
      if (fact.isEmpty()) continue;
      facts.put(kind, fact.get().what());
      if (log.context().facts(kind).size() > 1) lines.put(kind, fact.get().nearestTo(best.last()));
    }
    return new Match(
        topic.id(),
        topic.titleText(),
        Math.round(candidate.likely() * 100) / 100.0,
        best.signature().id(),
        best.first(),
        best.last(),
        best.evidence(),
        Map.copyOf(facts),
        Map.copyOf(lines),
        nextSteps.after(topic, best.signature().id(), facts));
  }

  /** A sighting with how likely it means a topic. */
  private record Hint(Sighting sighting, double likely) {}

  /** What speaks for a topic: of each signature the clearest sighting, however often it came. */
  private static final class Candidate {
    private final Map<String, Hint> hints = new LinkedHashMap<>();

    void add(Sighting sighting, double likely) {
      hints.merge(
          sighting.signature().id(),
          new Hint(sighting, likely),
          (one, other) -> other.likely > one.likely ? other : one);
    }

    Sighting best() {
      return clearestFirst().getFirst().sighting;
    }

    double likely() {
      List<Hint> all = clearestFirst();
      double sum = all.getFirst().likely;
      for (Hint other : all.subList(1, all.size())) {
        if (other.likely >= LEAST) sum = Math.min(MOST, sum + (1 - sum) * SECONDED);
      }
      return sum;
    }

    private List<Hint> clearestFirst() {
      return hints.values().stream()
          .sorted(Comparator.comparingDouble(Hint::likely).reversed())
          .toList();
    }
  }
}
