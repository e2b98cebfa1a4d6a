package io.github.pyo3doctor.search;

import io.github.pyo3doctor.search.Form.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a saved index and what they are found by, so that no dictionary is needed. */
final class SavedForms {
  private final Texts spellings;
  private final int[] ends;
  private final Texts tokens;
  private final float[] shares;

  private SavedForms(Texts spellings, int[] ends, Texts tokens, float[] shares) {
    this.spellings = spellings;
    this.ends = ends;
    this.tokens = tokens;
    this.shares = shares;
  }

  static SavedForms none() {
    return of(Map.of());
  }

  /** The forms by their spelling. */
  static SavedForms of(Map<String, Form> forms) {
    Texts spellings = Texts.sorted(forms.keySet());
    int[] ends = new int[spellings.size()];
    List<Token> all = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      all.addAll(forms.get(spellings.get(i)).tokens());
      ends[i] = all.size();
    }
    float[] shares = new float[all.size()];
    for (int i = 0; i < shares.length; i++) shares[i] = all.get(i).share();
    return new SavedForms(
        spellings, ends, Texts.of(all.stream().map(Token::text).toList()), shares);
  }

  static SavedForms read(SavedInput in) {
    return new SavedForms(Texts.read(in), in.integers(), Texts.read(in), in.decimals());
  }

  void write(SavedOutput out) {
    spellings.write(out);
    out.integers(ends);
    tokens.write(out);
    out.decimals(shares);
  }

  /** The form of a word; empty when it is none of these. */
  Optional<Form> find(String spelling) {
    int number = spellings.find(spelling);
    if (number < 0) return Optional.empty();
    List<Token> found = new ArrayList<>();
    for (int i = number == 0 ? 0 : ends[number - 1]; i < ends[number]; i++) {
      found.add(new Token(tokens.get(i), shares[i]));
    }
    return Optional.of(new Form(spelling, List.copyOf(found)));
  }
}
