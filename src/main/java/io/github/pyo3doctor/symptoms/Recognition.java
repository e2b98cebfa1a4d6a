package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Signature.Companion;
import io.github.pyo3doctor.symptoms.Knowledge.CueItem;
import io.github.pyo3doctor.symptoms.Knowledge.FactItem;
import io.github.pyo3doctor.symptoms.Knowledge.FrameItem;
import io.github.pyo3doctor.symptoms.Knowledge.SignatureOf;
import io.github.pyo3doctor.symptoms.Knowledge.SubjectItem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** One log being read: what was seen in it so far. */
final class Recognition {
  private static final int MOST_OF_ONE_KIND = 16;
  private static final int MOST_WAITING = 64;

  /** No message that was broken in two is longer on either side. */
  private static final int LONGEST_PART = 1024;

  /** A text that came so often without its signature tells nothing in this log. */
  private static final int MOST_IN_VAIN = 4_000;

  /** The same over the end of a line: messages are broken seldom, and trying costs more. */
  private static final int MOST_IN_VAIN_ACROSS = 500;

  /** A sentence that a terminal or a mail wrapped has no more lines. */
  private static final int MOST_WRAPPED = 4;

  private static final int LONGEST_EVIDENCE = 400;

  /** A first line whose companion has not come yet. */
  private record Waiting(int item, Companion companion, LogLine line, int linesLeft) {}

  private final Knowledge knowledge;
  private final Patience patience = new Patience();
  private final List<List<Sighting>> sightings = new ArrayList<>();
  private final int[] inVain;
  private final int[] inVainAcross;
  private final Context context;
  private final Set<Subject> subjects = EnumSet.noneOf(Subject.class);
  private final ThreadDump threads = new ThreadDump();
  private List<Waiting> waiting = new ArrayList<>();

  /** What need not be looked for any more, or not yet. */
  private final BitSet idle = new BitSet();

  /** What need not be looked for over the end of a line any more. */
  private final BitSet idleAcross = new BitSet();

  private final TextScanner.Sought sought;

  private RawLine previousRaw = new RawLine();
  private boolean previousIsRead;
  private boolean isSeam;

  /** Whether the line before hints at a signature that it does not show as a whole. */
  private boolean isPreviousOpen;

  /** The line before, or all lines of a sentence that was wrapped. */
  private LogLine previous = new LogLine(0, "");

  private int wrapped;

  /** What may have begun in the lines before and is not there as a whole yet. */
  private final BitSet begun = new BitSet();

  private BitSet previousFound = new BitSet();
  private BitSet found = new BitSet();
  private BitSet matched = new BitSet();
  private BitSet previousMatched = new BitSet();
  private final BitSet across = new BitSet();

  Recognition(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.sought = knowledge.scanner().sought();
    this.inVain = new int[knowledge.size()];
    this.inVainAcross = new int[knowledge.size()];
    this.context = new Context(knowledge, patience);
    for (int item = 0; item < knowledge.size(); item++) {
      sightings.add(new ArrayList<>());
    }
    idle.or(knowledge.onlyInDumps());
  }

  /** Most lines tell nothing, and are passed over as they came. */
  void read(RawLine raw) {
    raw.found.andNot(idle);
    boolean isTelling =
        !raw.isBinary() && (raw.isOdd || !raw.found.isEmpty() || !waiting.isEmpty());
    isSeam = mayGoOnIn(raw);
    if (isTelling && !isSeam && !isPreviousOpen && tellsOnlyOfContext(raw)) {
      keep(raw);
      previousIsRead = false;
    } else if (isTelling || isSeam || isPreviousOpen) {
      if (!previousIsRead) rememberAsNothing(previousRaw.read());
      found.clear();
      found.or(raw.found);
      LogLine line = raw.read();
      if (raw.isOdd || raw.controls > 0) knowledge.find(line.text(), found);
      found.andNot(idle);
      read(line);
      previousIsRead = true;
    } else {
      previousIsRead = false;
      isPreviousOpen = false;
    }
    previousRaw = raw;
    sought.leaveOut(idle);
  }

  /** What is looked for in the lines to come. */
  TextScanner.Sought sought() {
    return sought;
  }

  /** Whether a line says nothing but what may belong to a trouble, and no trouble is near. */
  private boolean tellsOnlyOfContext(RawLine raw) {
    return !raw.isOdd
        && raw.controls == 0
        && waiting.isEmpty()
        && context.isFarFromTrouble(raw.number())
        && !raw.found.intersects(knowledge.decisive());
  }

  private void keep(RawLine raw) {
    Supplier<LogLine> line = raw.keep();
    for (int i = raw.found.nextSetBit(0); i >= 0; i = raw.found.nextSetBit(i + 1)) {
      context.keep(i, line);
    }
  }

  private boolean mayGoOnIn(RawLine raw) {
    return previousRaw.length() >= LogLine.SHORTEST_BROKEN
        && !raw.isBinary()
        && !previousRaw.isBinary()
        && previousRaw.goesOnIn(raw, knowledge.scanner());
  }

  private void read(LogLine line) {
    matched.clear();
    begun.clear();
    if (!line.isBlank()) {
      lookForCompanions(line);
      for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
        switch (knowledge.item(i)) {
          case SignatureOf of -> {
            if (look(i, of, line)) matched.set(i);
          }
          case SubjectItem of -> notice(i, of, line);
          case FrameItem(Frame frame) -> followThreads(frame, line);
          case CueItem cue -> hint(i, line);
          case FactItem fact -> hint(i, line);
        }
      }
      if (previous.isLong()) readAcross(line);
    }
    remember(line);
  }

  /** A message that was broken in two, within a word or between two. */
  private void readAcross(LogLine line) {
    across.clear();
    across.or(found);
    across.or(previousFound);
    String before = end(previous.text(), LONGEST_PART);
    String rest = line.text().stripLeading();
    String after = rest.substring(0, Math.min(rest.length(), LONGEST_PART));
    if (isSeam) {
      String last = end(before, RequiredText.LONGEST);
      String first = after.substring(0, Math.min(after.length(), RequiredText.LONGEST));
      knowledge.find(last + first, across);
      knowledge.find(last + " " + first, across);
    }
    across.andNot(matched);
    across.andNot(previousMatched);
    across.andNot(idle);
    across.andNot(idleAcross);
    across.and(knowledge.signatures());
    for (int i = across.nextSetBit(0); i >= 0; i = across.nextSetBit(i + 1)) {
      boolean isThere =
          lookAcross(i, before, before + after, line)
              || lookAcross(i, before, before + " " + after, line);
      if (isThere) matched.set(i);
      else begun.set(i);
      if (!isThere && ++inVainAcross[i] >= MOST_IN_VAIN_ACROSS) idleAcross.set(i);
    }
  }

  private boolean lookAcross(int item, String before, String whole, LogLine line) {
    int seam = before.length();
    Optional<Matcher> match = patience.find(knowledge.item(item).pattern(), whole);
    if (match.isEmpty() || match.get().start() >= seam || match.get().end() <= seam) return false;
    LogLine joined = new LogLine(previous.number(), whole);
    announce(item, joined, line.number());
    hintAt(joined);
    return true;
  }

  /** What a message tells besides the trouble, once it stands on one line again. */
  private void hintAt(LogLine joined) {
    BitSet hints = new BitSet();
    knowledge.find(joined.text(), hints);
    hints.and(knowledge.context());
    hints.stream().forEach(item -> hint(item, joined));
  }

  private static String end(String text, int most) {
    return text.substring(Math.max(0, text.length() - most));
  }

  private boolean look(int item, SignatureOf of, LogLine line) {
    if (patience.find(of.pattern(), line.text()).isEmpty()) {
      if (++inVain[item] >= MOST_IN_VAIN) idle.set(item);
      return false;
    }
    announce(item, line, line.number());
    return true;
  }

  private void notice(int item, SubjectItem of, LogLine line) {
    if (patience.find(of.pattern(), line.text()).isPresent()) {
      subjects.add(of.subject());
      idle.or(knowledge.waysToTell(of.subject()));
    } else if (++inVain[item] >= MOST_IN_VAIN) {
      idle.set(item);
    }
  }

  private void followThreads(Frame frame, LogLine line) {
    if (patience.find(frame.pattern(), line.text()).isEmpty()) return;
    if (frame == Frame.NEXT_THREAD) idle.andNot(knowledge.onlyInDumps());
    if (frame == Frame.LETS_PYTHON_GO) waiting = new ArrayList<>();
    threads.read(frame, line).ifPresent(this::addDeadlock);
  }

  private void addDeadlock(ThreadDump.Deadlock deadlock) {
    LogLine one = deadlock.keepsPython();
    LogLine other = deadlock.waitsForPython();
    boolean isInOrder = one.number() <= other.number();
    LogLine first = isInOrder ? one : other;
    LogLine last = isInOrder ? other : one;
    add(deadlock.item(), first.number(), last.number(), first.text() + "\n" + last.text());
  }

  private void announce(int item, LogLine line, int last) {
    Signature signature = signature(item);
    if (signature.isWaiting()) {
      threads.waits(item, line);
      return;
    }
    Optional<Companion> with = signature.with();
    if (with.isEmpty()) add(item, line.number(), last, line.text());
    else if (waiting.size() < MOST_WAITING) {
      waiting.add(new Waiting(item, with.get(), line, Signature.LINES_BELOW));
    }
  }

  private Signature signature(int item) {
    return ((SignatureOf) knowledge.item(item)).signature();
  }

  private void hint(int item, LogLine line) {
    if (context.hint(item, line)) idle.set(item);
  }

  private void lookForCompanions(LogLine line) {
    if (waiting.isEmpty()) return;
    List<Waiting> still = new ArrayList<>();
    for (Waiting first : waiting) {
      if (patience.find(first.companion.pattern(), line.text()).isPresent()) {
        String both = first.line.text() + "\n" + line.text();
        add(first.item, first.line.number(), line.number(), both);
      } else if (first.linesLeft > 1) {
        still.add(new Waiting(first.item, first.companion, first.line, first.linesLeft - 1));
      } else if (++inVain[first.item] >= MOST_IN_VAIN) {
        idle.set(first.item);
      }
    }
    waiting = still;
  }

  private void add(int item, int first, int last, String evidence) {
    List<Sighting> same = sightings.get(item);
    if (same.size() == MOST_OF_ONE_KIND) return;
    SignatureOf of = (SignatureOf) knowledge.item(item);
    same.add(new Sighting(of.topic(), of.signature(), first, last, shortened(evidence)));
    if (same.size() == MOST_OF_ONE_KIND) idle.set(item);
    context.troubleEndsIn(last);
  }

  private static String shortened(String evidence) {
    String text = evidence.strip();
    return text.length() <= LONGEST_EVIDENCE ? text : text.substring(0, LONGEST_EVIDENCE) + "…";
  }

  private void rememberAsNothing(LogLine line) {
    previous = line;
    wrapped = 1;
    previousFound.clear();
    previousMatched.clear();
  }

  private void remember(LogLine line) {
    boolean isWrapped = wrapped < MOST_WRAPPED && previous.goesOnIn(line);
    wrapped = isWrapped ? wrapped + 1 : 1;
    previous = isWrapped ? previous.with(line, LONGEST_PART) : line;
    if (isWrapped) found.or(begun);
    across.clear();
    across.or(found);
    across.andNot(matched);
    across.andNot(idleAcross);
    isPreviousOpen = previous.isLong() && across.intersects(knowledge.signatures());
    BitSet spare = previousFound;
    previousFound = found;
    found = spare;
    spare = previousMatched;
    previousMatched = matched;
    matched = spare;
  }

  /** What was seen, in the order of the log. */
  List<Sighting> sightings() {
    return all().sorted(Comparator.comparingInt(Sighting::first)).toList();
  }

  private Stream<Sighting> all() {
    return sightings.stream().flatMap(List::stream);
  }

  /** Whether the log tells of a topic's trouble. */
  boolean saw(String topic) {
    return all().anyMatch(each -> each.topic().equals(topic));
  }

  /** Whether the log shows a signature of a topic. */
  boolean saw(String topic, String signature) {
    return all()
        .anyMatch(each -> each.topic().equals(topic) && each.signature().id().equals(signature));
  }

  /** Whether any line has to do with it at all. */
  boolean speaksOf(Subject subject) {
    return subjects.contains(subject);
  }

  /** What it tells besides its troubles. */
  Context context() {
    return context;
  }
}
