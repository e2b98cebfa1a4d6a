package io.github.pyo3doctor.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where words stand on a page, and which of those places is looked at.
 *
 * @param places in reading order
 * @param current the index of the one looked at
 */
public record PageSearch(List<Place> places, int current) {
  /** Nothing searched for. */
  public static final PageSearch NONE = new PageSearch(List.of(), 0);

  /**
   * A place where the words stand.
   *
   * @param paragraph the index of the paragraph
   * @param start the first character, counted from 0
   * @param end behind the last
   */
  public record Place(int paragraph, int start, int end) {}

  /** Looks for words, whatever their case, as they are written. */
  public static PageSearch of(String words, List<String> paragraphs) {
    if (words.isEmpty()) return NONE;
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      String paragraph = paragraphs.get(i);
      int last = paragraph.length() - words.length();
      for (int at = 0; at <= last; at++) {
        if (!paragraph.regionMatches(true, at, words, 0, words.length())) continue;
        places.add(new Place(i, at, at + words.length()));
        at += words.length() - 1;
      }
    }
    return new PageSearch(List.copyOf(places), 0);
  }

  /** The same with the next place looked at, or the one before; after the last comes the first. */
  public PageSearch step(int by) {
    return places.isEmpty()
        ? this
        : new PageSearch(places, Math.floorMod(current + by, places.size()));
  }

  /** The place looked at. */
  public Optional<Place> place() {
    return places.isEmpty() ? Optional.empty() : Optional.of(places.get(current));
  }

  /** {@code 3 of 12}. */
  public String position() {
    return places.isEmpty() ? "not on this page" : current + 1 + " of " + places.size();
  }
}
