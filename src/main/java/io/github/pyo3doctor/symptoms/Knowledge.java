package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Topic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

  record SubjectItem(Subject subject) implements Item {
    @Override
    public Pattern pattern() {
      return subject.pattern();
    }

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
  private final PatternSet patterns;

  Knowledge(List<Topic> topics) {
    for (Topic topic : topics) {
      topic
          .card()
          .ifPresent(
              card ->
                  card.signatures()
                      .forEach(signature -> items.add(new SignatureOf(topic.id(), signature))));
    }
    for (Subject subject : Subject.values()) items.add(new SubjectItem(subject));
    for (Frame frame : Frame.values()) items.add(new FrameItem(frame));
    for (Cue cue : Cue.values()) items.add(new CueItem(cue));
    for (FactPattern fact : FactPattern.all()) items.add(new FactItem(fact));
    this.patterns = new PatternSet(items.stream().map(Item::pattern).toList());
  }

  PatternSet patterns() {
    return patterns;
  }

  /** What a text may tell besides a trouble. */
  List<Item> context(String text) {
    BitSet candidates = new BitSet();
    patterns.candidates(text, candidates);
    return candidates.stream()
        .mapToObj(items::get)
        .filter(item -> item instanceof CueItem || item instanceof FactItem)
        .toList();
  }

  Item item(int number) {
    return items.get(number);
  }
}
