package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Source;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.report.JsonDocuments;
import io.github.pyo3doctor.report.SearchText;
import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.search.Marked;
import io.github.pyo3doctor.search.TopicIndex;
import io.github.pyo3doctor.symptoms.Match;
import io.github.pyo3doctor.symptoms.ReadAs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code search}. */
final class SearchCommand {
  /** What is recognised counts more than the best that words can tell. */
  private static final double RECOGNISED = 1;

  private static final int DEFAULT_LIMIT = 10;

  private static final Option<Integer> LIMIT =
      Option.number("--limit", "N", "At most N topics; " + DEFAULT_LIMIT + " by default.");

  private final Doctor doctor;
  private final ConsoleOutput output;
  private final LibrarySource source;
  private final boolean json;
  private final int limit;
  private final List<String> words;

  private SearchCommand(Doctor doctor, ConsoleOutput output, Given given) {
    this.doctor = doctor;
    this.output = output;
    this.source = new LibrarySource(given);
    this.json = given.flag(Option.JSON);
    this.limit = given.value(LIMIT).orElse(DEFAULT_LIMIT);
    this.words = given.positionals();
  }

  static Command command(Doctor doctor, ConsoleOutput output) {
    return LibrarySource.choosable(
            Command.named(
                "search",
                "Finds topics by words, identifiers and error codes.",
                "A tool's output is recognised as explain does, and then searched for its words."))
        .with(Option.JSON, LIMIT)
        .several("QUERY", "What you see.")
        .running(given -> new SearchCommand(doctor, output, given).run());
  }

  private int run() throws UnreadableFileException, UnusableArgumentException {
    if (limit < 1) throw new UnusableArgumentException("--limit must be at least 1");
    String query = String.join(" ", words);
    Source searched = source.chosen(doctor, output);
    return switch (ReadAs.of(query, SearchCommand::isPlace)) {
      case ReadAs.Log(String text, String reason) -> {
        if (!json)
          output.diagnostic("read as a log (" + reason + "); see also `pyo3-doctor explain`");
        yield report(query, "log", recognised(text, searched));
      }
      case ReadAs.Words(String text, String reason) ->
          report(query, "words", found(text, searched));
      case ReadAs.Nothing() -> report(query, "words", List.of());
      case ReadAs.Place place -> report(query, "words", List.of());
    };
  }

  /** Nothing is opened here: what looks like a path is searched for like any other word. */
  private static boolean isPlace(Path path) {
    return false;
  }

  private int report(String query, String readAs, List<Hit> hits) {
    if (json) {
      output.result(new JsonDocuments().search(query, readAs, hits));
    } else if (hits.isEmpty()) {
      output.diagnostic(
          "no topic matches “" + query + "”: try other words, or `pyo3-doctor faq list`");
    } else {
      output.result(new SearchText(output.paint()).report(hits));
    }
    return hits.isEmpty() ? ExitCode.FOUND : ExitCode.CLEAN;
  }

  private List<Hit> found(String text, Source searched) throws UnreadableFileException {
    try (TopicIndex index = doctor.keptIndex(List.of(searched))) {
      return index.search(text, limit);
    }
  }

  /** The topics the log tells of, then those its words speak of. */
  private List<Hit> recognised(String log, Source searched) throws UnreadableFileException {
    Library library = doctor.read(searched);
    Map<String, Hit> hits = new LinkedHashMap<>();
    for (Match match : doctor.explain(log)) {
      library
          .topic(match.topic())
          .ifPresent(topic -> hits.put(match.topic(), hit(match, topic, library)));
    }
    for (Hit hit : found(log, searched)) hits.putIfAbsent(hit.topic(), belowTheRecognised(hit));
    return hits.values().stream().limit(limit).toList();
  }

  private static Hit hit(Match match, Topic topic, Library library) {
    return new Hit(
        match.topic(),
        library.source(),
        RECOGNISED + match.confidence(),
        Marked.plain(match.title()),
        Marked.plain(match.evidence().replaceAll("\\s+", " ").strip()),
        topic.place(),
        library.release());
  }

  private static Hit belowTheRecognised(Hit hit) {
    double score = Math.min(hit.score(), RECOGNISED);
    return new Hit(
        hit.topic(), hit.source(), score, hit.title(), hit.snippet(), hit.place(), hit.guide());
  }
}
