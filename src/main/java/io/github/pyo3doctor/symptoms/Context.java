package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.symptoms.Knowledge.CueItem;
import io.github.pyo3doctor.symptoms.Knowledge.FactItem;
import io.github.pyo3doctor.symptoms.Knowledge.FrameItem;
import io.github.pyo3doctor.symptoms.Knowledge.Item;
import io.github.pyo3doctor.symptoms.Knowledge.SignatureOf;
import io.github.pyo3doctor.symptoms.Knowledge.SubjectItem;
import io.github.pyo3doctor.symptoms.Observations.Seen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;

/**
 * What a log tells besides its troubles: what was being done, and with which versions. Most lines
 * of a log may tell some of it, so they are read only once a trouble is near.
 */
final class Context {
  private static final int MOST_UNREAD = 24;

  /** What was told so often is not looked at any more. */
  private static final int MOST_NOTED = 20_000;

  private static final int NONE_YET = Integer.MIN_VALUE / 2;

  private final Knowledge knowledge;
  private final Patience patience;
  private final List<Deque<Supplier<LogLine>>> unread = new ArrayList<>();
  private final int[] noted;
  private final Observations<Occasion> occasions = new Observations<>();
  private final Map<FactKind, Observations<String>> facts = new EnumMap<>(FactKind.class);
  private int lastTrouble = NONE_YET;

  Context(Knowledge knowledge, Patience patience) {
    this.knowledge = knowledge;
    this.patience = patience;
    this.noted = new int[knowledge.size()];
    for (int item = 0; item < knowledge.size(); item++) unread.add(new ArrayDeque<>());
    for (FactKind kind : FactKind.values()) facts.put(kind, new Observations<>());
  }

  /** Keeps a line that may tell something, should a trouble follow; the oldest is dropped. */
  void keep(int item, Supplier<LogLine> line) {
    Deque<Supplier<LogLine>> lines = unread.get(item);
    if (lines.size() == MOST_UNREAD) lines.remove();
    lines.add(line);
  }

  /** Whether a line is so far behind the last trouble that it tells nothing of it. */
  boolean isFarFromTrouble(int line) {
    return line - lastTrouble > Cue.REACH;
  }

  /**
   * A line that may tell something: read at once near a trouble, kept elsewhere.
   *
   * @return whether the item has told enough
   */
  boolean hint(int number, LogLine line) {
    Item item = knowledge.item(number);
    if (line.number() - lastTrouble > item.reach()) {
      keep(number, () -> line);
      return false;
    }
    note(item, line);
    return ++noted[number] == MOST_NOTED;
  }

  /** Reads what was kept, since a trouble was seen that ends in this line. */
  void troubleEndsIn(int line) {
    lastTrouble = line;
    for (int item = 0; item < unread.size(); item++) {
      Deque<Supplier<LogLine>> lines = unread.get(item);
      for (Supplier<LogLine> each : lines) note(knowledge.item(item), each.get());
      lines.clear();
    }
  }

  private void note(Item item, LogLine line) {
    Optional<Matcher> match = patience.find(item.pattern(), line.text());
    if (match.isEmpty()) return;
    switch (item) {
      case CueItem(Cue cue) -> occasions.add(cue.occasion(), line.number());
      case FactItem(FactPattern fact) ->
          facts.get(fact.kind()).add(value(match.get()), line.number());
      case SignatureOf of -> throw new IllegalArgumentException(of.topic());
      case SubjectItem of -> throw new IllegalArgumentException(of.subject().name());
      case FrameItem(Frame frame) -> throw new IllegalArgumentException(frame.name());
    }
  }

  /**
   * The groups that took part, joined by a point: {@code 3} and {@code 12} of {@code python312}.
   */
  private static String value(Matcher match) {
    StringBuilder value = new StringBuilder();
    for (int group = 1; group <= match.groupCount(); group++) {
      String part = match.group(group);
      if (part == null) continue;
      if (!value.isEmpty()) value.append('.');
      value.append(part);
    }
    return value.toString();
  }

  /** What was being done at a line. */
  Occasion occasion(int line) {
    return occasions.nearest(line, Cue.REACH).map(Seen::what).orElse(Occasion.UNKNOWN);
  }

  /** The value of a fact that belongs to a line. */
  Optional<Seen<String>> fact(FactKind kind, int line) {
    return facts.get(kind).nearest(line, kind.reach());
  }

  /** All values of a fact. */
  List<String> facts(FactKind kind) {
    return facts.get(kind).values();
  }
}
