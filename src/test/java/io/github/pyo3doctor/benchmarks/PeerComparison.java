package io.github.pyo3doctor.benchmarks;

import io.github.pyo3doctor.faq.ArticleText;
import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.faq.TopicCard;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.guide.GuideNotFoundException;
import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.search.TopicIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the labelled symptoms, and writes down the answers, the times and all that was searched,
 * so that other search engines can be put to the same test. {@code docs/benchmarks/peers/run} runs
 * it.
 */
final class PeerComparison {
  private static final int SHOWN = 10;
  private static final int WARM_ROUNDS = 3;
  private static final int TIMED_ROUNDS = 3;

  /**
   * A topic or a section of the guide, field by field, as text.
   *
   * @param ours whether it is a bundled topic
   */
  private record Searched(
      String topic,
      boolean ours,
      String title,
      String headings,
      String body,
      String words,
      String signatures) {}

  private record Question(String set, String kind, String text, Optional<String> topic) {}

  /** A hit; {@code ours} says whether it is a bundled topic. */
  private record Answer(String topic, boolean ours) {}

  /**
   * What our search did.
   *
   * @param bytes how long the index is when it is kept
   * @param answers the topics found for each question, best first
   * @param micros how long each warm search took, highlighting included, in microseconds
   */
  private record Run(
      double buildMillis, int bytes, List<List<Answer>> answers, List<Double> micros) {}

  private record Corpora(
      List<Searched> documents, List<Question> questions, Run withWords, Run articleOnly) {}

  private PeerComparison() {}

  /** Writes everything as JSON to the file named. */
  public static void main(String[] arguments)
      throws IOException, UnreadableFileException, GuideNotFoundException {
    List<Library> libraries = Corpus.libraries();
    List<LabelledSymptom> symptoms =
        Corpus.symptoms().stream().filter(LabelledSymptom::isTyped).toList();
    Corpora corpora =
        new Corpora(
            libraries.stream().flatMap(PeerComparison::searched).toList(),
            symptoms.stream()
                .map(s -> new Question(s.set(), s.kind(), s.text(), s.topic()))
                .toList(),
            run(libraries, symptoms),
            run(libraries.stream().map(library -> articleOnly(library)).toList(), symptoms));
    JsonMapper.builder().build().writeValue(Path.of(arguments[0]), corpora);
  }

  private static Stream<Searched> searched(Library library) {
    boolean ours = library.source().equals(Libraries.BUNDLED);
    return library.sections().stream().map(section -> searched(section, ours));
  }

  private static Searched searched(Topic topic, boolean ours) {
    String headings =
        topic.outline().stream()
            .map(heading -> Inline.plainText(heading.content()))
            .collect(Collectors.joining("\n"));
    return new Searched(
        topic.id(),
        ours,
        topic.titleText(),
        headings,
        ArticleText.of(topic.body()),
        topic
            .card()
            .map(card -> card.inShort() + "\n" + String.join("\n", card.words()))
            .orElse(""),
        topic.card().map(PeerComparison::samples).orElse(""));
  }

  private static String samples(TopicCard card) {
    return card.signatures().stream().map(Signature::sample).collect(Collectors.joining("\n"));
  }

  /** The library without what our topics add to their articles for being found. */
  private static Library articleOnly(Library library) {
    List<Topic> sections = library.sections().stream().map(PeerComparison::articleOnly).toList();
    return new Library(
        library.source(),
        library.release(),
        library.intro(),
        library.source().equals(Libraries.BUNDLED) ? sections : library.topics(),
        sections,
        library.contents());
  }

  private static Topic articleOnly(Topic topic) {
    return new Topic(
        topic.id(),
        topic.title(),
        topic.anchor(),
        topic.body(),
        topic.card().map(PeerComparison::withoutWords),
        topic.place());
  }

  private static TopicCard withoutWords(TopicCard card) {
    return new TopicCard(
        card.when(),
        "",
        card.upstream(),
        card.guide(),
        card.pyo3(),
        List.of(),
        card.oftenAsked(),
        List.of());
  }

  private static Answer answer(Hit hit) {
    return new Answer(hit.topic(), hit.source().equals(Libraries.BUNDLED));
  }

  private static Run run(List<Library> libraries, List<LabelledSymptom> symptoms) {
    for (int round = 0; round < WARM_ROUNDS; round++) TopicIndex.of(libraries).close();
    long begun = System.nanoTime();
    try (TopicIndex index = TopicIndex.of(libraries)) {
      double buildMillis = (System.nanoTime() - begun) / 1e6;
      List<List<Answer>> answers = new ArrayList<>();
      for (LabelledSymptom symptom : symptoms) {
        answers.add(
            index.search(symptom.text(), SHOWN).stream().map(PeerComparison::answer).toList());
      }
      List<Double> micros = new ArrayList<>();
      for (int round = 0; round < WARM_ROUNDS + TIMED_ROUNDS; round++) {
        for (LabelledSymptom symptom : symptoms) {
          long asked = System.nanoTime();
          int found = index.search(symptom.text(), SHOWN).size();
          long answered = System.nanoTime();
          if (found > SHOWN) throw new IllegalStateException("more answers than asked for");
          if (round >= WARM_ROUNDS) micros.add((answered - asked) / 1e3);
        }
      }
      return new Run(buildMillis, index.written("").length, answers, micros);
    }
  }
}
