package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.Cues;
import io.github.pyo3doctor.faq.Cues.Evidence;
import io.github.pyo3doctor.faq.Cues.Side;
import io.github.pyo3doctor.search.Form.Token;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by the names in a query whether it is likely about an extension of Python in Rust. */
final class Sides {
  private static final Pattern NAME_IN_C = Pattern.compile("_{0,2}Py(_|[A-Z][a-z]).+");

  /** A name of C++ as linkers and loaders print it; the older ones of Rust end in a hash. */
  private static final Pattern NAME_IN_CPP =
      Pattern.compile("_{0,3}Z[NTK](?!.*17h[0-9a-f]{16}E).+");

  private static final Pattern CODE = Pattern.compile("(?i)E0\\d{3}|LNK\\d{4}");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

  private static final String BETWEEN = " ";
  private static final String LINE = "\n";

  /** What a tool says in so many words is a name of its side. */
  private static final int LONGEST_NAME = 3;

  private final Map<String, Side> names;

  private Sides(Map<String, Side> names) {
    this.names = names;
  }

  static Sides of(Cues cues, Words words) {
    Map<String, Side> names = new HashMap<>();
    cues.names()
        .forEach(
            (side, written) -> {
              for (String name : written) names.put(key(words.indexed(name)), side);
            });
    return new Sides(names);
  }

  private static String key(List<Word> name) {
    return name.stream().map(word -> word.form().key()).collect(Collectors.joining(BETWEEN));
  }

  static Sides read(SavedInput in) {
    Map<String, Side> names = new HashMap<>();
    for (Side side : Side.values()) {
      for (String name : in.text().split(LINE, -1)) names.put(name, side);
    }
    return new Sides(names);
  }

  void write(SavedOutput out) {
    for (Side side : Side.values()) {
      out.text(
          String.join(LINE, names.keySet().stream().filter(it -> names.get(it) == side).toList()));
    }
  }

  /** What the names of a query amount to. */
  Set<Evidence> kinds(List<Form> query) {
    Set<Side> met = EnumSet.noneOf(Side.class);
    boolean calledInC = false;
    boolean strangeCode = false;
    for (Form word : query) {
      Side itself = names.get(word.key());
      if (itself != null) met.add(itself);
      else if (NAME_IN_C.matcher(word.text()).matches()) calledInC = true;
      else if (NAME_IN_CPP.matcher(word.text()).matches()) met.add(Side.OTHERS);
      else if (CODE.matcher(word.text()).matches()) strangeCode = true;
      else met.addAll(parts(word));
    }
    met.addAll(inSeveralWords(query));
    boolean packages = met.contains(Side.PACKAGES);
    boolean others =
        met.contains(Side.OTHERS) || (strangeCode && !packages && !met.contains(Side.PYTHON));
    // Every way to extend Python has its C names in its messages.
    boolean ours = met.contains(Side.OURS) || (calledInC && !others);
    Set<Evidence> kinds = EnumSet.of(side(ours, packages, met));
    if (packages) kinds.add(Evidence.PACKAGES);
    if (others) kinds.add(ours || packages ? Evidence.OTHERS_BESIDE_OURS : Evidence.OTHERS);
    return kinds;
  }

  /** Whether a word is, or holds, a name of our own field: {@code pyo3_runtime.PanicException}. */
  boolean isOurs(Form word) {
    return word.tokens().stream().anyMatch(token -> names.get(token.text()) == Side.OURS);
  }

  private Set<Side> inSeveralWords(List<Form> query) {
    Set<Side> met = EnumSet.noneOf(Side.class);
    for (int i = 0; i < query.size(); i++) {
      String name = query.get(i).key();
      for (int next = i + 1; next < Math.min(i + LONGEST_NAME, query.size()); next++) {
        name = name + BETWEEN + query.get(next).key();
        Side side = names.get(name);
        if (side != null) met.add(side);
      }
    }
    return met;
  }

  private static Evidence side(boolean ours, boolean packages, Set<Side> met) {
    if (ours) return Evidence.OURS;
    boolean python = packages || met.contains(Side.PYTHON);
    boolean rust = met.contains(Side.RUST);
    boolean building = met.contains(Side.BUILDING);
    if (python) return rust || building ? Evidence.RUST_AND_PYTHON : Evidence.ONLY_PYTHON;
    if (rust) return Evidence.ONLY_RUST;
    return building ? Evidence.ONLY_BUILDING : Evidence.NEITHER;
  }

  /** Where the parts of a word stand that is no name itself. */
  private Set<Side> parts(Form word) {
    // What stands on two sides of a stroke is no single name: Rust/Python is not RustPython.
    String joined = NO_LETTER.matcher(word.key()).replaceAll("");
    Set<Side> parts = EnumSet.noneOf(Side.class);
    for (Token token : word.tokens()) {
      Side side = names.get(token.text());
      if (side != null && !token.text().equals(joined)) parts.add(side);
    }
    return parts;
  }
}
