package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Signature.Companion;
import io.github.pyo3doctor.symptoms.Knowledge.CueItem;
import io.github.pyo3doctor.symptoms.Knowledge.FactItem;
import io.github.pyo3doctor.symptoms.Knowledge.FrameItem;
import io.github.pyo3doctor.symptoms.Knowledge.Item;
import io.github.pyo3doctor.symptoms.Knowledge.SignatureOf;
import io.github.pyo3doctor.symptoms.Knowledge.SubjectItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** One log being read: what was seen in it so far. */
final class Recognition {
  /** Terminals and mails break lines at 60 characters or more. */
  private static final int SHORTEST_BROKEN = 40;

  private static final int MOST_OF_ONE_KIND = 16;
  private static final int MOST_WAITING = 64;
  private static final int MOST_UNREAD = 24;
  private static final int NONE_YET = Integer.MIN_VALUE / 2;
  private static final int LONGEST_EVIDENCE = 400;

  /** A first line whose companion has not come yet. */
  private record Waiting(SignatureOf of, Companion companion, LogLine line, int linesLeft) {}

  private final Knowledge knowledge;
  private final Patience patience = new Patience();
  private final Map<SignatureOf, List<Sighting>> sightings = new LinkedHashMap<>();
  private final Map<Item, Deque<LogLine>> unread = new LinkedHashMap<>();
  private final Observations<Occasion> occasions = new Observations<>();
  private final Map<FactKind, Observations<String>> facts = new EnumMap<>(FactKind.class);
  private List<Waiting> waiting = new ArrayList<>();
  private final Set<Subject> subjects = EnumSet.noneOf(Subject.class);
  private final ThreadDump threads = new ThreadDump();
  private int lastSighting = NONE_YET;

  private LogLine previous = new LogLine(0, "");
  private BitSet previousCandidates = new BitSet();
  private BitSet candidates = new BitSet();
  private BitSet matched = new BitSet();
  private BitSet previousMatched = new BitSet();
  private final BitSet across = new BitSet();

  Recognition(Knowledge knowledge) {
    this.knowledge = knowledge;
    for (FactKind kind : FactKind.values()) facts.put(kind, new Observations<>());
  }

  void read(LogLine line) {
    candidates.clear();
    matched.clear();
    if (line.isBlank()) {
      remember(line);
      return;
    }
    lookForCompanions(line);
    knowledge.patterns().candidates(line.text(), candidates);
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      switch (knowledge.item(i)) {
        case SignatureOf of -> {
          if (look(of, line)) matched.set(i);
        }
        case SubjectItem(Subject subject) -> notice(subject, line);
        case FrameItem(Frame frame) -> followThreads(frame, line);
        case CueItem cue -> hint(cue, line);
        case FactItem fact -> hint(fact, line);
      }
    }
    if (previous.text().length() >= SHORTEST_BROKEN) readAcross(line);
    remember(line);
  }

  /** A message that was broken in two, within a word or between two. */
  private void readAcross(LogLine line) {
    String rest = line.text().stripLeading();
    across.clear();
    across.or(candidates);
    across.or(previousCandidates);
    String before = end(previous.text());
    String after = rest.substring(0, Math.min(rest.length(), RequiredText.LONGEST));
    knowledge.patterns().candidates(before + after, across);
    knowledge.patterns().candidates(before + " " + after, across);
    across.andNot(matched);
    across.andNot(previousMatched);
    for (int i = across.nextSetBit(0); i >= 0; i = across.nextSetBit(i + 1)) {
      if (!(knowledge.item(i) instanceof SignatureOf of) || isSeenOften(of)) continue;
      if (!lookAcross(of, previous.text() + rest, line)) {
        lookAcross(of, previous.text() + " " + rest, line);
      }
    }
  }

  private boolean lookAcross(SignatureOf of, String whole, LogLine line) {
    int seam = previous.text().length();
    Optional<Matcher> found = patience.find(of.pattern(), whole);
    if (found.isEmpty() || found.get().start() >= seam || found.get().end() <= seam) return false;
    LogLine joined = new LogLine(previous.number(), whole);
    announce(of, joined, line.number());
    knowledge.context(whole).forEach(item -> hint(item, joined));
    return true;
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - RequiredText.LONGEST));
  }

  private boolean look(SignatureOf of, LogLine line) {
    if (isSeenOften(of) || patience.find(of.pattern(), line.text()).isEmpty()) return false;
    announce(of, line, line.number());
    return true;
  }

  private boolean isSeenOften(SignatureOf of) {
    return sightings.getOrDefault(of, List.of()).size() == MOST_OF_ONE_KIND;
  }

  private void notice(Subject subject, LogLine line) {
    if (subjects.contains(subject)) return;
    if (patience.find(subject.pattern(), line.text()).isPresent()) subjects.add(subject);
  }

  private void followThreads(Frame frame, LogLine line) {
    if (patience.find(frame.pattern(), line.text()).isEmpty()) return;
    if (frame == Frame.LETS_PYTHON_GO) waiting = new ArrayList<>();
    threads.read(frame, line).ifPresent(this::addDeadlock);
  }

  private void addDeadlock(ThreadDump.Deadlock deadlock) {
    LogLine one = deadlock.keepsPython();
    LogLine other = deadlock.waitsForPython();
    boolean inOrder = one.number() <= other.number();
    LogLine first = inOrder ? one : other;
    LogLine last = inOrder ? other : one;
    add(deadlock.of(), first.number(), last.number(), first.text() + "\n" + last.text());
  }

  private void announce(SignatureOf of, LogLine line, int last) {
    if (of.signature().isWaiting()) {
      threads.waits(of, line);
      return;
    }
    Optional<Companion> with = of.signature().with();
    if (with.isEmpty()) add(of, line.number(), last, line.text());
    else if (waiting.size() < MOST_WAITING) {
      waiting.add(new Waiting(of, with.get(), line, Signature.LINES_BELOW));
    }
  }

  /**
   * A line that may tell something about what is being done. Most lines of a log may, so they are
   * read only once a trouble is near.
   */
  private void hint(Item item, LogLine line) {
    if (line.number() - lastSighting <= item.reach()) {
      note(item, line);
      return;
    }
    Deque<LogLine> lines = unread.computeIfAbsent(item, key -> new ArrayDeque<>());
    if (lines.size() == MOST_UNREAD) lines.remove();
    lines.add(line);
  }

  private void note(Item item, LogLine line) {
    Optional<Matcher> found = patience.find(item.pattern(), line.text());
    if (found.isEmpty()) return;
    switch (item) {
      case CueItem(Cue cue) -> occasions.add(cue.occasion(), line.number());
      case FactItem(FactPattern fact) ->
          facts.get(fact.kind()).add(value(found.get()), line.number());
      case SignatureOf of -> throw new IllegalArgumentException(of.topic());
      case SubjectItem(Subject subject) -> throw new IllegalArgumentException(subject.name());
      case FrameItem(Frame frame) -> throw new IllegalArgumentException(frame.name());
    }
  }

  /**
   * The groups that took part, joined by a point: {@code 3} and {@code 12} of {@code python312}.
   */
  private static String value(Matcher found) {
    StringBuilder value = new StringBuilder();
    for (int group = 1; group <= found.groupCount(); group++) {
      String part = found.group(group);
      if (part == null) continue;
      if (!value.isEmpty()) value.append('.');
      value.append(part);
    }
    return value.toString();
  }

  private void lookForCompanions(LogLine line) {
    if (waiting.isEmpty()) return;
    List<Waiting> still = new ArrayList<>();
    for (Waiting first : waiting) {
      if (patience.find(first.companion.pattern(), line.text()).isPresent()) {
        add(first.of, first.line.number(), line.number(), first.line.text() + "\n" + line.text());
      } else if (first.linesLeft > 1) {
        still.add(new Waiting(first.of, first.companion, first.line, first.linesLeft - 1));
      }
    }
    waiting = still;
  }

  private void add(SignatureOf of, int first, int last, String evidence) {
    List<Sighting> same = sightings.computeIfAbsent(of, key -> new ArrayList<>());
    if (same.size() == MOST_OF_ONE_KIND) return;
    same.add(new Sighting(of.topic(), of.signature(), first, last, shortened(evidence)));
    lastSighting = last;
    unread.forEach((item, lines) -> lines.forEach(line -> note(item, line)));
    unread.clear();
  }

  private static String shortened(String evidence) {
    String text = evidence.strip();
    return text.length() <= LONGEST_EVIDENCE ? text : text.substring(0, LONGEST_EVIDENCE) + "…";
  }

  private void remember(LogLine line) {
    previous = line;
    BitSet spare = previousCandidates;
    previousCandidates = candidates;
    candidates = spare;
    spare = previousMatched;
    previousMatched = matched;
    matched = spare;
  }

  List<Sighting> sightings() {
    return sightings.values().stream().flatMap(List::stream).toList();
  }

  /** Whether the log tells of a topic's trouble. */
  boolean saw(String topic) {
    return sightings.keySet().stream().anyMatch(of -> of.topic().equals(topic));
  }

  /** Whether the log shows a signature of a topic. */
  boolean saw(String topic, String signature) {
    return sightings.keySet().stream()
        .anyMatch(of -> of.topic().equals(topic) && of.signature().id().equals(signature));
  }

  /** Whether any line has to do with it at all. */
  boolean speaksOf(Subject subject) {
    return subjects.contains(subject);
  }

  /** What was being done at a line. */
  Occasion occasion(int line) {
    return occasions.nearest(line, Cue.REACH).orElse(Occasion.UNKNOWN);
  }

  /** The value of a fact that belongs to a line. */
  Optional<String> fact(FactKind kind, int line) {
    return facts.get(kind).nearest(line, kind.reach());
  }

  /** All values of a fact. */
  List<String> facts(FactKind kind) {
    return facts.get(kind).values();
  }
}
