package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.report.ArticlePage;
import io.github.pyo3doctor.report.GuideLine;
import io.github.pyo3doctor.report.JsonDocuments;
import java.util.List;
import java.util.Optional;

/** The command {@code faq}. */
final class FaqCommand {
  private static final Option<Boolean> HIDDEN_LINES =
      Option.flag("--hidden-lines", "Also show the lines rustdoc hides.");

  private final Doctor doctor;
  private final ConsoleOutput output;
  private final LibrarySource library;
  private final boolean json;

  private FaqCommand(Doctor doctor, ConsoleOutput output, Given given) {
    this.doctor = doctor;
    this.output = output;
    this.library = new LibrarySource(given);
    this.json = given.flag(Option.JSON);
  }

  static Command command(Doctor doctor, ConsoleOutput output) {
    Command list =
        command("list", "Lists the topics.")
            .running(given -> new FaqCommand(doctor, output, given).list());
    Command show =
        command("show", "Shows one topic.")
            .with(HIDDEN_LINES)
            .required("ID", "The id of a topic, a chapter or a section, or an anchor.")
            .running(
                given ->
                    new FaqCommand(doctor, output, given)
                        .show(given.positional().orElseThrow(), given.flag(HIDDEN_LINES)));
    return command("faq", "Reads the knowledge base.")
        .with(
            new Command.Subcommands(
                "list | show ID", "Missing required subcommand", List.of(list, show)));
  }

  /** These options may stand before or behind the subcommand. */
  private static Command command(String name, String description) {
    return LibrarySource.choosable(Command.named(name, description)).with(Option.JSON);
  }

  private int list() throws UnreadableFileException, UnusableArgumentException {
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

  private int show(String id, boolean hiddenLines)
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
