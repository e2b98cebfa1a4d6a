package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Stage;
import io.github.pyo3doctor.faq.SummaryItem;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.faq.TopicCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of a table of contents. */
public sealed interface LibraryRow {
  /** The title of the lines that follow. */
  record Group(String title) implements LibraryRow {}

  /**
   * Something to read.
   *
   * @param id of the topic
   * @param title shown first
   * @param detail shown small below; empty for none
   * @param depth how far it is nested, 0 for the outermost
   */
  record Entry(String id, String title, String detail, int depth) implements LibraryRow {}

  /** Announced by the guide, and not written. */
  record Draft(String title, int depth) implements LibraryRow {}

  /** The topics by when they hurt. */
  static List<LibraryRow> topics(List<Topic> topics) {
    List<LibraryRow> rows = new ArrayList<>();
    Optional<Stage> group = Optional.empty();
    for (Topic topic : topics) {
      Optional<Stage> stage = topic.card().map(TopicCard::when);
      if (!stage.equals(group)) stage.ifPresent(now -> rows.add(new Group(now.title())));
      group = stage;
      rows.add(new Entry(topic.id(), topic.titleText(), topic.id(), 0));
    }
    return List.copyOf(rows);
  }

  /** The chapters of a guide, nested as its table of contents has them. */
  static List<LibraryRow> chapters(Library guide) {
    List<LibraryRow> rows = new ArrayList<>();
    for (SummaryItem item : guide.contents()) {
      switch (item) {
        case SummaryItem.Part(List<Inline> title) -> rows.add(new Group(Inline.plainText(title)));
        case SummaryItem.Chapter chapter -> addChapter(rows, chapter, 0);
        case SummaryItem.Separator() -> {}
      }
    }
    return List.copyOf(rows);
  }

  private static void addChapter(List<LibraryRow> rows, SummaryItem.Chapter chapter, int depth) {
    String title = (chapter.numberText() + " " + chapter.titleText()).strip();
    rows.add(
        chapter
            .id()
            .<LibraryRow>map(id -> new Entry(id, title, "", depth))
            .orElseGet(() -> new Draft(title, depth)));
    for (SummaryItem.Chapter below : chapter.nested()) addChapter(rows, below, depth + 1);
  }
}
