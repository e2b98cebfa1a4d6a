package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.report.JsonDocuments;
import io.github.pyo3doctor.report.SearchText;
import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.search.TopicIndex;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    description = "Finds topics by words, identifiers and error codes.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  private final Doctor doctor;
  private final ConsoleOutput output;

  @Mixin private LibrarySource library = new LibrarySource();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "At most N topics; ${DEFAULT-VALUE} by default.")
  private int limit = 10;

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What you see.")
  private List<String> words = List.of();

  SearchCommand(Doctor doctor, ConsoleOutput output) {
    this.doctor = doctor;
    this.output = output;
  }

  @Override
  public Integer call() throws UnreadableFileException, UnusableArgumentException {
    if (limit < 1) throw new UnusableArgumentException("--limit must be at least 1");
    String query = String.join(" ", words);
    Library searched = library.open(doctor, output);
    try (TopicIndex index = doctor.index(List.of(searched))) {
      List<Hit> hits = index.search(query, limit);
      if (json) {
        output.result(new JsonDocuments().search(query, hits, searched));
      } else if (hits.isEmpty()) {
        output.diagnostic(
            "no topic matches “" + query + "”: try other words, or `pyo3-doctor faq list`");
      } else {
        output.result(new SearchText(output.paint()).report(hits, searched));
      }
      return hits.isEmpty() ? ExitCode.FOUND : ExitCode.CLEAN;
    }
  }
}
