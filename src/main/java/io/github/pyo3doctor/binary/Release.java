package io.github.pyo3doctor.binary;

import java.util.Arrays;
import java.util.List;

/**
 * A version of numbers and dots, compared number by number; what is missing counts as 0.
 *
 * @param numbers the largest first
 */
record Release(List<Integer> numbers) implements Comparable<Release> {
  /** Of a text of at most nine digits between dots; anything else counts as 0. */
  static Release of(String text) {
    return new Release(
        Arrays.stream(text.split("\\."))
            .map(part -> part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0)
            .toList());
  }

  @Override
  public int compareTo(Release other) {
    for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
      int order = Integer.compare(at(i), other.at(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int at(int place) {
    return place < numbers.size() ? numbers.get(place) : 0;
  }
}
