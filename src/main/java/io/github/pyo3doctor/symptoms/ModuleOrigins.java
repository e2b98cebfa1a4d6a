package io.github.pyo3doctor.symptoms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose module it is that fails to load: Python's loader says the same of one in C. Names tell, and
 * where the file lies. maturin puts a module into a package of its own name, {@code shapes/shapes};
 * modules in C have other names than their packages.
 */
final class ModuleOrigins {
  /** What a module is written in, as far as its name tells. */
  enum Origin {
    RUST,
    LIKE_RUST,
    /** Nothing is known of it but a public name, as most in Rust and some in C have. */
    PUBLIC,
    UNKNOWN,
    LIKE_OTHERS,
    OTHERS
  }

  /** A module as it is named: {@code a.b.c}. */
  private static final Pattern NAME =
      Pattern.compile(
          "while importing ([\\w.]+)|[Mm]odule (?:named )?'([\\w.]+)'"
              + "|\\bmodule ([\\w.]+) does not support|PyInit_(\\w+)");

  /** The file of a module and the folder around it. */
  private static final Pattern FILE =
      Pattern.compile(
          "(?:([\\w.-]+)[/\\\\])?(?<![\\w.-])(\\w+)((?:\\.[\\w-]+)*)\\.(?:so|pyd)(?![\\w.]*\\w)");

  /** What a line names besides: a package, a distribution, a program, what a statement imports. */
  private static final Pattern MENTION =
      Pattern.compile(
          "(?:site|dist)-packages[/\\\\](\\w+)|\\bimport (\\w+)|(?:^|[/\\\\\"'"
              + " ])(\\w+)-\\d[\\w.+!]*-(?:cp|pp|py)\\d\\w*-\\w+-\\w+\\.whl|([\\w-]+): error while"
              + " loading shared libraries");

  /** A wheel for the stable ABI; few modules in C have one. */
  private static final Pattern STABLE_WHEEL = Pattern.compile("-cp3\\d+-abi3t?-[\\w.]+\\.whl");

  private final Set<String> ofRust;
  private final Set<String> ofOthers;
  private final Pattern namedAsInRust;
  private final Pattern namedAsInC;

  /**
   * Knows these modules.
   *
   * @param namedAsInRust regular expressions of customary names
   * @param namedAsInC the same of modules in C, C++ and what is made of them
   */
  ModuleOrigins(
      List<String> ofRust,
      List<String> ofOthers,
      List<String> namedAsInRust,
      List<String> namedAsInC) {
    this.ofRust = Set.copyOf(ofRust);
    this.ofOthers = Set.copyOf(ofOthers);
    this.namedAsInRust = any(namedAsInRust);
    this.namedAsInC = any(namedAsInC);
  }

  private static Pattern any(List<String> names) {
    return Pattern.compile(names.stream().collect(Collectors.joining("|", "(?:", ")")));
  }

  /** What the modules are written in that a line of a log names. */
  Origin originOf(String line) {
    List<Origin> origins = new ArrayList<>();
    Matcher file = FILE.matcher(line);
    while (file.find()) origins.add(ofFile(file));
    boolean isFileNamed = !origins.isEmpty();
    Matcher name = NAME.matcher(line);
    while (name.find()) origins.add(ofName(firstGroup(name), isFileNamed, line));
    if (STABLE_WHEEL.matcher(line).find()) origins.add(Origin.LIKE_RUST);
    Matcher mention = MENTION.matcher(line);
    while (mention.find()) origins.add(known(List.of(firstGroup(mention))));
    return Stream.of(
            Origin.OTHERS, Origin.RUST, Origin.LIKE_OTHERS, Origin.LIKE_RUST, Origin.PUBLIC)
        .filter(origins::contains)
        .findFirst()
        .orElse(Origin.UNKNOWN);
  }

  private static String firstGroup(Matcher match) {
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) return match.group(group);
    }
    return "";
  }

  /** The place of a file tells more than that the name of a module is public. */
  private Origin ofName(String name, boolean isFileNamed, String line) {
    List<String> parts = List.of(name.split("\\.+"));
    if (parts.isEmpty()) return Origin.UNKNOWN;
    Origin known = known(parts);
    if (known != Origin.UNKNOWN || isFileNamed || parts.size() > 1) return known;
    if (!isPublic(parts.getFirst())) return Origin.UNKNOWN;
    return isImportedByItsNamesake(parts.getFirst(), line) ? Origin.LIKE_RUST : Origin.PUBLIC;
  }

  /** Whether a traceback passes the package that maturin puts around a module of that name. */
  private static boolean isImportedByItsNamesake(String module, String line) {
    return line.contains("/" + module + "/__init__.py")
        || line.contains("\\" + module + "\\__init__.py");
  }

  private Origin ofFile(Matcher file) {
    String folder = file.group(1) == null ? "" : file.group(1);
    String module = file.group(2);
    Origin known = known(List.of(folder, module));
    if (known != Origin.UNKNOWN) return known;
    boolean isStable = file.group(3).equals(".abi3") && isPublic(module);
    boolean isAsCargoNamedIt = folder.equals(".") && module.startsWith("lib");
    return isStable || isAsCargoNamedIt ? Origin.LIKE_RUST : Origin.UNKNOWN;
  }

  /** Modules in C are private as a rule; those in Rust are often all there is of a package. */
  private static boolean isPublic(String module) {
    return !module.startsWith("_");
  }

  private Origin known(List<String> parts) {
    String module = parts.getLast();
    if (parts.stream().anyMatch(ofOthers::contains)) return Origin.OTHERS;
    if (parts.stream().anyMatch(ofRust::contains)) return Origin.RUST;
    if (namedAsInRust.matcher(module).matches()) return Origin.LIKE_RUST;
    if (namedAsInC.matcher(module).matches()) return Origin.LIKE_OTHERS;
    boolean isTwice = parts.size() > 1 && parts.get(parts.size() - 2).equals(module);
    return isTwice ? Origin.LIKE_RUST : Origin.UNKNOWN;
  }
}
