package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Topic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Everything that is looked for in a log, numbered alike in the set of patterns. */
final class Knowledge {
  /** What a pattern stands for. */
  sealed interface Item {
    Pattern pattern();

    /** How many lines away from a trouble it still belongs to it. */
    int reach();
  }

  record SignatureOf(String topic, Signature signature) implements Item {
    @Override
    public Pattern pattern() {
      return signature.pattern();
    }

    @Override
    public int reach() {
      return 0;
    }
  }

  /** One of the ways in which a line has to do with a subject. */
  record SubjectItem(Subject subject, Pattern pattern) implements Item {
    @Override
    public int reach() {
      return Integer.MAX_VALUE;
    }
  }

  record FrameItem(Frame frame) implements Item {
    @Override
    public Pattern pattern() {
      return frame.pattern();
    }

    @Override
    public int reach() {
      return 0;
    }
  }

  record CueItem(Cue cue) implements Item {
    @Override
    public Pattern pattern() {
      return cue.pattern();
    }

    @Override
    public int reach() {
      return Cue.REACH;
    }
  }

  record FactItem(FactPattern fact) implements Item {
    @Override
    public Pattern pattern() {
      return fact.pattern();
    }

    @Override
    public int reach() {
      return fact.kind().reach();
    }
  }

  private final List<Item> items = new ArrayList<>();
  private final BitSet signatures = new BitSet();
  private final BitSet context = new BitSet();
  private final BitSet decisive = new BitSet();
  private final BitSet onlyInDumps = new BitSet();
  private final Map<Subject, BitSet> waysToTell = new EnumMap<>(Subject.class);
  private final TextScanner scanner;

  /**
   * Knows the signatures of these topics, and what this package looks for besides.
   *
   * @throws IllegalArgumentException for a pattern that needs no text to match
   */
  Knowledge(List<Topic> topics) {
    for (Topic topic : topics) {
      topic
          .card()
          .ifPresent(
              card ->
                  card.signatures()
                      .forEach(signature -> items.add(new SignatureOf(topic.id(), signature))));
    }
    for (Subject subject : Subject.values()) {
      for (Pattern pattern : subject.patterns()) items.add(new SubjectItem(subject, pattern));
    }
    for (Frame frame : Frame.values()) items.add(new FrameItem(frame));
    for (Cue cue : Cue.values()) items.add(new CueItem(cue));
    for (FactPattern fact : FactPattern.all()) items.add(new FactItem(fact));
    for (int i = 0; i < items.size(); i++) {
      switch (items.get(i)) {
        case SignatureOf of -> {
          signatures.set(i);
          onlyInDumps.set(i, of.signature().isWaiting());
        }
        case FrameItem(Frame frame) -> onlyInDumps.set(i, frame != Frame.NEXT_THREAD);
        case CueItem cue -> context.set(i);
        case FactItem fact -> context.set(i);
        case SubjectItem of ->
            waysToTell.computeIfAbsent(of.subject(), subject -> new BitSet()).set(i);
      }
    }
    decisive.set(0, items.size());
    decisive.andNot(context);
    this.scanner = new TextScanner(items.stream().map(item -> needed(item.pattern())).toList());
  }

  private static List<String> needed(Pattern pattern) {
    List<String> texts = RequiredText.of(pattern);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("may match a line of any text: " + pattern);
    }
    return texts;
  }

  TextScanner scanner() {
    return scanner;
  }

  /** Adds what may be in a text to a set. */
  void find(CharSequence text, BitSet into) {
    scanner.scan(text, into);
  }

  /** The numbers of the signatures. */
  BitSet signatures() {
    return signatures;
  }

  /** The numbers of what tells something besides a trouble. */
  BitSet context() {
    return context;
  }

  /** The numbers of all but the context. */
  BitSet decisive() {
    return decisive;
  }

  /** The numbers of what tells nothing but in a dump of threads. */
  BitSet onlyInDumps() {
    return onlyInDumps;
  }

  /** The numbers of all that tells of a subject. */
  BitSet waysToTell(Subject subject) {
    return waysToTell.getOrDefault(subject, new BitSet());
  }

  Item item(int number) {
    return items.get(number);
  }

  int size() {
    return items.size();
  }
}
