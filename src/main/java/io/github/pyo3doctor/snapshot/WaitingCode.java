package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * What a Rust source file does that may make one thread wait for another, or a user who presses
 * Ctrl-C.
 *
 * @param items what threads wait for
 * @param visits the places where functions come to such things
 * @param functions those that are called attached, or attach
 * @param interruptions those that Python calls, stay for long or see to Ctrl-C
 * @param holds where objects of Python classes are held mutably while others may ask for them
 */
public record WaitingCode(
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<SharedItem> items,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Visit> visits,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<PythonFunction> functions,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Interruption> interruptions,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Hold> holds) {
  /** The same under further conditions, those on the way to the file. */
  public WaitingCode under(List<String> conditions) {
    return conditions.isEmpty()
        ? this
        : new WaitingCode(
            items.stream().map(item -> item.under(conditions)).toList(),
            visits.stream().map(visit -> visit.under(conditions)).toList(),
            functions,
            interruptions.stream().map(each -> each.under(conditions)).toList(),
            holds.stream().map(each -> each.under(conditions)).toList());
  }
}
