package io.github.pyo3doctor.search;

import java.util.*;

/** A query put to one library. */
final class LibraryQuery {
  record Form1(String token, float weight) {}
  final List<List<Form1>> clues = new ArrayList<>();
  final List<Boolean> extra = new ArrayList<>();
  float asked;
  float[] scores;

  LibraryQuery(LibraryIndex index, List<Form> forms, Concepts concepts, boolean beingTyped, Spelling spelling) {
    boolean typed = forms.size() <= 24;
    for (int i = 0; i < forms.size(); i++) {
      List<Form1> clue = new ArrayList<>();
      Form form = forms.get(i);
      boolean known = false;
      for (Form.Token t : form.tokens()) {
        if (t.share() > Tuning.WHOLE_NAME && index.postings(t.text()) != null) known = true;
      }
      for (Form.Token t : form.tokens()) {
        clue.add(new Form1(t.text(), t.share() > Tuning.WHOLE_NAME ? t.share() : known ? t.share() * 0.3f : Tuning.PART));
      }
      if (beingTyped && i == forms.size() - 1 && form.text().length() >= 2) {
        String begun = form.text().toLowerCase(Locale.ROOT);
        for (String full : index.all().subMap(begun, begun + '\uffff').keySet()) {
          if (full.indexOf(' ') < 0 && !full.equals(begun)) clue.add(new Form1(full, Tuning.PREFIX));
        }
      }
      if (typed && !known) for (String near : spelling.near(form.key())) clue.add(new Form1(near, Tuning.MISSPELT));
      clues.add(clue); extra.add(false);
    }
    for (Concepts.Met met : concepts.in(forms)) {
      Form1 f = new Form1(met.name(), Tuning.CONCEPT);
      if (met.length() == 1) clues.get(met.first()).add(f);
      else { clues.add(List.of(f)); extra.add(true); }
    }
    for (int i = 1; i < forms.size(); i++) {
      clues.add(List.of(new Form1(Entry.pair(forms.get(i-1), forms.get(i)), Tuning.PAIR))); extra.add(true);
    }
    scores = new float[index.entries().size()];
    for (int c = 0; c < clues.size(); c++) {
      float[] best = new float[scores.length]; float told = 0; boolean whole=false;
      float[] parts = new float[scores.length];
      for (Form1 f : clues.get(c)) {
        LibraryIndex.Postings p = index.postings(f.token);
        if (p == null) continue;
        told = Math.max(told, p.rarity() * f.weight);
        for (int i = 0; i < p.entries().length; i++) {
          float s = p.rarity() * f.weight * p.weights()[i];
          if (s > best[p.entries()[i]]) best[p.entries()[i]] = s;
        }
      }
      if (!extra.get(c)) asked += told > 0 ? told : Tuning.UNKNOWN * index.rarest();
      for (int i = 0; i < scores.length; i++) scores[i] += best[i];
    }
  }
}
