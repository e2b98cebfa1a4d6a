package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.symptoms.LineCleaner;
import io.github.pyo3doctor.symptoms.ReadAs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The one box: what is in it, how that was read, and the way to have it read otherwise. */
public final class BoxModel {
  private static final int LONGEST_SHOWN = 400;

  private static final Pattern PATH =
      Pattern.compile("(~/|/[^\\s:/]+/|\\.{1,2}[/\\\\]|[A-Za-z]:[/\\\\]|\\\\\\\\)[^\\s:]*");

  private final Predicate<Path> exists;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ReadAs> reading =
      new ReadOnlyObjectWrapper<>(new ReadAs.Nothing());

  private Consumer<ReadAs> typed = as -> {};

  /** Somebody said how it is to be read, which is then not doubted. */
  private boolean chosenByHand;

  /** What the text stands for: a pasted log is longer than the one line that shows it. */
  private String whole = "";

  /**
   * An empty box.
   *
   * @param exists whether something lies at a path
   */
  public BoxModel(Predicate<Path> exists) {
    this.exists = exists;
    text.subscribe((before, now) -> typed(now));
  }

  /** Names who hears how each text that somebody types is read. */
  public void whenTyped(Consumer<ReadAs> listener) {
    typed = listener;
  }

  /** The one line that is shown and edited. */
  public StringProperty textProperty() {
    return text;
  }

  /** How it was read. */
  public ReadOnlyObjectProperty<ReadAs> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** How it was read, now. */
  public ReadAs reading() {
    return reading.get();
  }

  /** Takes what was pasted, line breaks and all. */
  public ReadAs put(String pasted) {
    show(pasted, ReadAs.of(pasted, exists));
    return reading();
  }

  /** Shows what was read elsewhere, such as the log one went back to. */
  public void show(String content, ReadAs as) {
    whole = content;
    chosenByHand = false;
    text.set(oneLine(content));
    reading.set(as);
  }

  /** Empties it. */
  public void clear() {
    show("", new ReadAs.Nothing());
  }

  /** Reads the same text the other way: words as a log, anything else as words. */
  public ReadAs readOtherwise() {
    String chosen = "chosen by hand";
    chosenByHand = true;
    reading.set(
        switch (reading()) {
          case ReadAs.Nothing nothing -> nothing;
          case ReadAs.Words words -> new ReadAs.Log(whole, chosen);
          case ReadAs.Log log -> new ReadAs.Words(oneLine(whole), chosen);
          case ReadAs.Place place -> new ReadAs.Words(oneLine(whole), chosen);
        });
    return reading();
  }

  /** Reads what can only be meant as a path, but is none here, as words all the same. */
  public void readAsWords() {
    chosenByHand = true;
    reading.set(new ReadAs.Words(oneLine(whole), "chosen by hand"));
  }

  /** What the chip beside the box says; empty when nothing was read. */
  public static String label(ReadAs reading) {
    return switch (reading) {
      case ReadAs.Nothing nothing -> "";
      case ReadAs.Words words -> "read as words";
      case ReadAs.Log log -> "read as a log";
      case ReadAs.Place place when Files.isDirectory(place.path()) -> "read as a folder";
      case ReadAs.Place place -> "read as a file";
    };
  }

  /**
   * Whether words can only be meant as a path of this machine, and nothing lies there. A linker's
   * option such as {@code /DEFAULTLIB:python3.lib} is none, and what was chosen to be read as words
   * is not either.
   */
  public boolean isAbsentPath(String words) {
    return !chosenByHand
        && PATH.matcher(words.strip()).matches()
        && !(ReadAs.of(words, exists) instanceof ReadAs.Place);
  }

  private void typed(String now) {
    if (now.equals(oneLine(whole))) return;
    whole = now;
    chosenByHand = false;
    reading.set(ReadAs.of(now, exists));
    typed.accept(reading());
  }

  /** A field of one line takes neither line breaks nor other control characters. */
  private static String oneLine(String content) {
    String start = content.substring(0, Math.min(content.length(), LONGEST_SHOWN));
    return LineCleaner.withoutControls(start.replaceAll("[\\r\\n]+", " "));
  }
}
