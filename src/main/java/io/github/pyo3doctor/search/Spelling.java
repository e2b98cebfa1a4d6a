package io.github.pyo3doctor.search;

import java.util.*;

/** Words that are nearly a word. */
final class Spelling {
  private final String[] words; private final int[] letters;
  Spelling(Collection<String> tokens) {
    List<String> l = new ArrayList<>();
    for (String t : tokens) if (isWord(t)) l.add(t);
    words = l.toArray(String[]::new); letters = new int[words.length];
    for (int i = 0; i < words.length; i++) letters[i] = letters(words[i]);
  }
  static boolean isWord(String t) {
    if (t.length() < 4 || t.length() > 30) return false;
    for (int i = 0; i < t.length(); i++) if (t.charAt(i) < 'a' || t.charAt(i) > 'z') return false;
    return true;
  }
  static int letters(String t) { int m = 0; for (int i = 0; i < t.length(); i++) m |= 1 << (t.charAt(i) - 'a'); return m; }
  List<String> near(String t) {
    if (!isWord(t)) return List.of();
    int most = t.length() >= 8 ? 2 : 1; int m = letters(t); List<String> found = new ArrayList<>(); int bestD = most;
    for (int i = 0; i < words.length; i++) {
      String w = words[i];
      if (Math.abs(w.length() - t.length()) > bestD || w.charAt(0) != t.charAt(0) || Integer.bitCount(m ^ letters[i]) > 2 * bestD) continue;
      int d = distance(t, w, bestD);
      if (d < bestD) { found.clear(); bestD = d; }
      if (d == bestD) found.add(w);
    }
    return found.size() > 5 ? found.subList(0, 5) : found;
  }
  static int distance(String a, String b, int most) {
    int[] p2 = new int[b.length() + 1], p = new int[b.length() + 1], c = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) p[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      c[0] = i; int min = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i-1) == b.charAt(j-1) ? 0 : 1;
        c[j] = Math.min(Math.min(c[j-1] + 1, p[j] + 1), p[j-1] + cost);
        if (i > 1 && j > 1 && a.charAt(i-1) == b.charAt(j-2) && a.charAt(i-2) == b.charAt(j-1)) c[j] = Math.min(c[j], p2[j-2] + 1);
        min = Math.min(min, c[j]);
      }
      if (min > most) return most + 1;
      int[] t = p2; p2 = p; p = c; c = t;
    }
    return p[b.length()];
  }
}
