package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.SummaryItem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibraryRowTest {
  @Test
  void chaptersAreNestedAndDraftsCannotBeOpened() {
    SummaryItem.Chapter below =
        new SummaryItem.Chapter(Optional.empty(), title("Later"), List.of(1, 1), List.of());
    SummaryItem.Chapter chapter =
        new SummaryItem.Chapter(Optional.of("class"), title("Classes"), List.of(1), List.of(below));
    Library guide =
        new Library(
            "official",
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new SummaryItem.Part(title("Use")), chapter, new SummaryItem.Separator()));

    assertThat(LibraryRow.chapters(guide))
        .containsExactly(
            new LibraryRow.Group("Use"),
            new LibraryRow.Entry("class", "1. Classes", "", 0),
            new LibraryRow.Draft("1.1. Later", 1));
  }

  private static List<Inline> title(String text) {
    return List.of(new Inline.Text(text));
  }
}
