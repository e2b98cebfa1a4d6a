package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageSearchTest {
  private static final List<String> PAGE =
      List.of("Cargo test and cargo bench", "nothing", "CARGO");

  @Test
  void caseDoesNotMatterAndPlacesAreCounted() {
    PageSearch search = PageSearch.of("cargo", PAGE);

    assertThat(search.places())
        .containsExactly(
            new PageSearch.Place(0, 0, 5),
            new PageSearch.Place(0, 15, 20),
            new PageSearch.Place(2, 0, 5));
    assertThat(search.position()).isEqualTo("1 of 3");
  }

  @Test
  void afterTheLastPlaceComesTheFirst() {
    PageSearch last = PageSearch.of("cargo", PAGE).step(-1);

    assertThat(last.position()).isEqualTo("3 of 3");
    assertThat(last.step(1).position()).isEqualTo("1 of 3");
  }

  @Test
  void placesDoNotOverlap() {
    assertThat(PageSearch.of("aa", List.of("aaaa")).places()).hasSize(2);
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(PageSearch.of("maturin", PAGE).step(1).position()).isEqualTo("not on this page");
    assertThat(PageSearch.of("", PAGE).place()).isEmpty();
  }
}
