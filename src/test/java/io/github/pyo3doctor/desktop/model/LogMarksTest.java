package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.symptoms.Match;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogMarksTest {
  private final Match late = match("late", 9, 10);
  private final Match early = match("early", 3, 3);
  private final LogMarks marks = LogMarks.of(List.of(late, early));

  @Test
  void marksStandInTheOrderOfTheLog() {
    assertThat(marks.lines()).extracting(LogMarks.Mark::line).containsExactly(3, 9, 10);
    assertThat(marks.position(9)).isEqualTo(2);
    assertThat(marks.position(4)).isZero();
  }

  @Test
  void fromTheLastMarkedLineTheFirstFollows() {
    assertThat(marks.after(3)).hasValueSatisfying(mark -> assertThat(mark.match()).isEqualTo(late));
    assertThat(marks.after(10))
        .hasValueSatisfying(mark -> assertThat(mark.match()).isEqualTo(early));
    assertThat(marks.before(3)).hasValueSatisfying(mark -> assertThat(mark.line()).isEqualTo(10));
  }

  @Test
  void aLineThatSpeaksForTwoCountsOnceForTheLikelier() {
    LogMarks both = LogMarks.of(List.of(early, match("other", 3, 3)));

    assertThat(both.lines()).containsExactly(new LogMarks.Mark(3, early));
  }

  @Test
  void aLogWithoutMarksLeadsNowhere() {
    assertThat(LogMarks.NONE.after(1)).isEmpty();
    assertThat(LogMarks.NONE.before(1)).isEmpty();
  }

  private static Match match(String topic, int first, int last) {
    return new Match(
        topic, topic, 0.9, "signature", first, last, "evidence", Map.of(), Map.of(), "do this");
  }
}
