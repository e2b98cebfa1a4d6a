package io.github.pyo3doctor.symptoms;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extension modules of which it is known what they are written in. */
final class KnownModules {
  private static final Pattern MODULE =
      Pattern.compile(
          "(?:while importing |\\bimport |[Mm]odule (?:named"
              + " )?'?|(?:site|dist)-packages[/\\\\])(\\w+)|[/\\\\\"'"
              + " ](\\w+)-\\d[\\w.+!]*-(?:cp|pp|py)\\d\\w*-\\w+-\\w+\\.whl");

  private final Set<String> ofRust;
  private final Set<String> ofOthers;

  KnownModules(List<String> ofRust, List<String> ofOthers) {
    this.ofRust = Set.copyOf(ofRust);
    this.ofOthers = Set.copyOf(ofOthers);
  }

  boolean isOfRust(String evidence) {
    return namesOneOf(ofRust, evidence);
  }

  boolean isOfOthers(String evidence) {
    return namesOneOf(ofOthers, evidence);
  }

  private static boolean namesOneOf(Set<String> modules, String evidence) {
    Matcher named = MODULE.matcher(evidence);
    while (named.find()) {
      String module = named.group(1) == null ? named.group(2) : named.group(1);
      if (modules.contains(module)) return true;
    }
    return false;
  }
}
