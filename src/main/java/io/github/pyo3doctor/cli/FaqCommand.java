package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.report.ArticlePage;
import io.github.pyo3doctor.report.GuideLine;
import io.github.pyo3doctor.report.JsonDocuments;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

@Command(
    name = "faq",
    description = "Reads the knowledge base.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list | show ID")
final class FaqCommand {
  private final Doctor doctor;
  private final ConsoleOutput output;

  @Mixin private LibrarySource library = new LibrarySource();

  @Option(names = "--json", description = "Print JSON.", scope = ScopeType.INHERIT)
  private boolean json;

  FaqCommand(Doctor doctor, ConsoleOutput output) {
    this.doctor = doctor;
    this.output = output;
  }

  @Command(name = "list", description = "Lists the topics.", mixinStandardHelpOptions = true)
  int list() throws UnreadableFileException, UnusableArgumentException {
    Library opened = library.open(doctor, output);
    if (json) {
      output.result(new JsonDocuments().topics(opened));
    } else {
      output.result(new GuideLine(output.paint()).of(opened));
      int width = opened.topics().stream().mapToInt(topic -> topic.id().length()).max().orElse(0);
      for (Topic topic : opened.topics()) {
        output.result(
            topic.id() + " ".repeat(width - topic.id().length() + 2) + topic.titleText() + "\n");
      }
    }
    return ExitCode.CLEAN;
  }

  @Command(name = "show", description = "Shows one topic.", mixinStandardHelpOptions = true)
  int show(
      @Option(names = "--hidden-lines", description = "Also show the lines rustdoc hides.")
          boolean hiddenLines,
      @Parameters(
              paramLabel = "ID",
              description = "The id of a topic, a chapter or a section, or an anchor.")
          String id)
      throws UnreadableFileException, UnusableArgumentException {
    Library opened = library.open(doctor, output);
    Optional<Topic> topic = opened.topic(id);
    if (topic.isEmpty()) {
      throw new UnusableArgumentException(
          "no topic `" + id + "` in " + opened.source() + ": see `pyo3-doctor faq list`");
    }
    if (json) {
      output.result(new JsonDocuments().topic(opened, topic.get()));
    } else {
      output.result(new GuideLine(output.paint()).of(opened) + GuideLine.above(topic.get()));
      output.result(new ArticlePage(output.paint(), hiddenLines).page(topic.get()));
    }
    return ExitCode.CLEAN;
  }
}
