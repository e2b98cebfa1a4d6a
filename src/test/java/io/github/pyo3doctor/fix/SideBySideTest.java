package io.github.pyo3doctor.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.fix.SideBySide.Line;
import io.github.pyo3doctor.fix.SideBySide.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void aChangedLineStandsBesideWhatItBecomes() {
    assertThat(rows("a\nb\nc\n", "a\nB\nc\n"))
        .containsExactly(new Row.Same(1, 1, "a"), changed(2, "b", 2, "B"), new Row.Same(3, 3, "c"));
  }

  @Test
  void addedLinesStandBesideNothingAndMoveTheNumbers() {
    assertThat(rows("a\nb\n", "a\nx\nb\n"))
        .containsExactly(
            new Row.Same(1, 1, "a"),
            new Row.Changed(Optional.empty(), Optional.of(new Line(2, "x"))),
            new Row.Same(2, 3, "b"));
  }

  @Test
  void removedLinesStandBesideNothing() {
    assertThat(rows("a\nb\n", "b\n"))
        .containsExactly(
            new Row.Changed(Optional.of(new Line(1, "a")), Optional.empty()),
            new Row.Same(2, 1, "b"));
  }

  @Test
  void threeLinesAreShownAroundEachChangeAndTheRestIsCounted() {
    String before = numbers(20);
    String after = before.replace("\n10\n", "\nten\n");

    assertThat(rows(before, after))
        .hasSize(9)
        .startsWith(new Row.Skipped(6), new Row.Same(7, 7, "7"))
        .contains(changed(10, "10", 10, "ten"))
        .endsWith(new Row.Same(13, 13, "13"), new Row.Skipped(7));
  }

  @Test
  void betweenNearChangesNothingIsSkipped() {
    String before = numbers(9);
    String after = before.replace("1\n", "one\n").replace("9\n", "nine\n");

    assertThat(rows(before, after)).hasSize(9).noneMatch(Row.Skipped.class::isInstance);
  }

  @Test
  void aLineIsNeverSkippedAlone() {
    String before = numbers(9);

    assertThat(rows(before, before.replace("\n5\n", "\nfive\n")))
        .hasSize(9)
        .noneMatch(Row.Skipped.class::isInstance);
  }

  private static String numbers(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }

  private static Row changed(int beforeLine, String before, int afterLine, String after) {
    return new Row.Changed(
        Optional.of(new Line(beforeLine, before)), Optional.of(new Line(afterLine, after)));
  }

  private static List<Row> rows(String before, String after) {
    return SideBySide.of(FileChange.edited("Cargo.toml", before, after));
  }
}
