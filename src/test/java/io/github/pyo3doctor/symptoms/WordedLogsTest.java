package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Many short logs, {@code =====} between them: those in {@code symptoms/worded} tell of the topic
 * that names their file, those in {@code symptoms/other-troubles} of none.
 */
class WordedLogsTest {
  private static final Path FOLDER = Path.of("src/test/resources/symptoms");
  private static final Libraries LIBRARIES = new Libraries();
  private static final List<Topic> TOPICS =
      LIBRARIES.bundled(LIBRARIES.facts().currentPyo3()).topics();
  private static final Recogniser RECOGNISER =
      new Recogniser(TOPICS, LIBRARIES.nextSteps(), LIBRARIES.facts());

  @Test
  void everyTopicIsToldByItsLogs() throws IOException {
    List<String> missed = new ArrayList<>();
    for (Topic topic : TOPICS) {
      for (String log : logs(FOLDER.resolve("worded").resolve(topic.id() + ".txt"))) {
        if (!topics(log).stream().findFirst().equals(Optional.of(topic.id()))) {
          missed.add(topic.id() + " " + topics(log) + ":\n" + log);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void everyTopicHasSeveralLogs() throws IOException {
    for (Topic topic : TOPICS) {
      assertThat(logs(FOLDER.resolve("worded").resolve(topic.id() + ".txt")))
          .as(topic.id())
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void whateverWrapsItALogTellsTheSame() throws IOException {
    List<String> missed = new ArrayList<>();
    for (Topic topic : TOPICS) {
      for (String log : logs(FOLDER.resolve("worded").resolve(topic.id() + ".txt"))) {
        for (String wrapper : WRAPPERS) {
          String wrapped = log.replaceAll("(?m)^(?=.)", wrapper) + "\r\n";
          if (!topics(wrapped).contains(topic.id())) missed.add(wrapped);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void otherTroublesGetNoAnswer() throws IOException {
    int asked = 0;
    List<String> answered = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("other-troubles"))) {
      for (Path file : files.toList()) {
        for (String log : logs(file)) {
          asked++;
          if (!topics(log).isEmpty()) answered.add(topics(log) + ":\n" + log);
        }
      }
    }
    assertThat(answered).isEmpty();
    assertThat(asked).isGreaterThan(120);
  }

  private static final List<String> WRAPPERS =
      List.of(
          "      ",
          "  │ ",
          "    | ",
          "#12 34.5 ",
          "2026-05-01T12:00:00.1234567Z ",
          "remote: ",
          "\u001B[1m\u001B[31m",
          "[pod/web-0] ",
          "May 01 12:00:00 host app[123]: ");

  private static List<String> logs(Path file) throws IOException {
    return List.of(Files.readString(file).split("(?m)^=====\\R"));
  }

  private static List<String> topics(String log) {
    return RECOGNISER.recognise(log).stream().map(Match::topic).toList();
  }
}
