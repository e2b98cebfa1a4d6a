package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.symptoms.ModuleOrigins.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How likely a sighting means what its topic says, from what it says and what was being done. A
 * wrong answer costs more than none: what is less likely than not is worth nothing.
 */
final class Judgement {
  private static final double SURE = 0.95;
  private static final double TELLING = 0.85;
  private static final double LIKELY = 0.7;
  private static final double POSSIBLE = 0.55;
  private static final double UNLIKELY = 0.2;

  private static final String LINKING = "extension-module-linking";
  private static final String MACOS = "macos-undefined-symbols";

  /** Any panic comes as one; what panicked may be a topic of its own, which then comes first. */
  private static final String PANIC = "panic-exception";

  /** Missing as well where a getter cannot clone, and between types of two PyO3. */
  private static final String CONVERSION = "conversion-trait-bound";

  private static final String TWO_VERSIONS = "two-pyo3-versions";
  private static final String GETTERS = "getter-clones";
  private static final String GETTER_NEEDS_CLONE = "get-needs-clone";

  private static final String TESTS = "crate-not-found-in-tests";

  private static final String REMOVED = "api-removed";
  private static final String NOTHING_OF_THAT_NAME = "nothing-of-that-name";

  /** maturin asks whether cargo is there whenever cargo fails. */
  private static final String NO_CARGO = "maturin-cargo";

  private static final Pattern OF_PYO3 = Pattern.compile("(?i)pyo3|maturin");
  private static final Pattern OF_PYTHON = Pattern.compile("(?i)py");
  private static final Pattern WARNING = Pattern.compile("(?i)\\bwarning\\b");
  private static final Pattern OF_TESTS =
      Pattern.compile(
          "--> ((.*[/\\\\])?(?<folder>[^/\\\\]+)[/\\\\])?(tests|benches|examples)[/\\\\]");
  private static final Pattern NAMED_CRATE = Pattern.compile("E04(?:32|33|63)\\]: [^`]*`(\\w+)");

  /** They are missing for want of a target, not of a crate type. */
  private static final Set<String> OF_RUST = Set.of("std", "core", "alloc", "test", "proc_macro");

  private final Recognition log;
  private final ModuleOrigins modules;
  private final Set<String> cratesOfTests;

  /** Judges what one log shows; tests import these crates besides the one they test. */
  Judgement(Recognition log, ModuleOrigins modules, Set<String> cratesOfTests) {
    this.log = log;
    this.modules = modules;
    this.cratesOfTests = cratesOfTests;
  }

  /** The topics a sighting may mean, with how likely. */
  Map<String, Double> of(Sighting sighting) {
    return isInPlace(sighting) ? meaning(sighting) : Map.of();
  }

  /** Whether a line of that kind means anything in this log. */
  private boolean isInPlace(Sighting sighting) {
    Origin origin = modules.originOf(sighting.evidence());
    boolean ofRust = origin == Origin.RUST || log.speaksOf(Subject.RUST);
    boolean ofPython = log.speaksOf(Subject.PYTHON);
    boolean ofOthers = origin == Origin.LIKE_OTHERS || log.speaksOf(Subject.OTHERS);
    Signature.Where where = sighting.signature().where();
    if (log.speaksOf(Subject.RUSTPYTHON)) return where == Signature.Where.ANYWHERE;
    return switch (where) {
      case ANYWHERE -> true;
      case OF_PYTHON -> ofPython;
      case OF_RUST -> origin != Origin.OTHERS && ofRust;
      case NOT_OF_OTHERS -> origin != Origin.OTHERS && (!ofOthers || (ofRust && ofPython));
      case NAMED_AS_RUST ->
          origin != Origin.OTHERS
              && (ofRust || ((origin == Origin.LIKE_RUST || mayBeOwn(origin)) && !ofOthers));
      case LIKE_RUST -> origin != Origin.OTHERS && (ofRust || (looksLikeRust(origin) && !ofOthers));
    };
  }

  /** Who asks of a module that no installed package brought mostly asks of their own. */
  private boolean mayBeOwn(Origin origin) {
    return origin == Origin.PUBLIC && !log.speaksOf(Subject.INSTALLED);
  }

  private static boolean looksLikeRust(Origin origin) {
    return origin == Origin.LIKE_RUST || origin == Origin.PUBLIC;
  }

  private Map<String, Double> meaning(Sighting sighting) {
    Optional<String> shared = sighting.signature().sharedWith();
    if (isOneOf(sighting, LINKING, MACOS) && shared.isPresent()) return missingSymbol(sighting);
    if (sighting.topic().equals(LINKING)
        && log.context().occasion(sighting.first()) == Occasion.PROGRAM) {
      return Map.of(LINKING, SURE);
    }
    if (sighting.topic().equals(PANIC)) return Map.of(PANIC, POSSIBLE + 0.1);
    if (sighting.topic().equals(CONVERSION)) return Map.of(CONVERSION, conversion(sighting));
    if (sighting.topic().equals(TESTS)) return Map.of(TESTS, ownCrate(sighting));
    if (sighting.signature().id().equals(NO_CARGO) && log.speaksOf(Subject.CARGO_FAILS)) {
      return Map.of(sighting.topic(), UNLIKELY);
    }
    if (sighting.topic().equals(REMOVED)
        && sighting.signature().id().equals(NOTHING_OF_THAT_NAME)
        && log.speaksOf(Subject.HIDDEN_ITEM)) {
      return Map.of(REMOVED, UNLIKELY);
    }
    if (shared.isEmpty()) return Map.of(sighting.topic(), alone(sighting));
    return Map.of(sighting.topic(), POSSIBLE + 0.1, shared.get(), POSSIBLE);
  }

  private static boolean isOneOf(Sighting sighting, String one, String other) {
    return sighting.topic().equals(one) || sighting.topic().equals(other);
  }

  /** The macOS linker says the same of a test and of the library itself. */
  private Map<String, Double> missingSymbol(Sighting sighting) {
    return switch (log.context().occasion(sighting.first())) {
      case PROGRAM -> Map.of(LINKING, SURE);
      case LIBRARY -> Map.of(MACOS, SURE);
      case IMPORT, UNKNOWN -> Map.of(MACOS, POSSIBLE + 0.05, LINKING, POSSIBLE);
    };
  }

  private double conversion(Sighting sighting) {
    if (log.saw(TWO_VERSIONS)) return POSSIBLE;
    return log.saw(GETTERS, GETTER_NEEDS_CLONE) ? LIKELY : alone(sighting);
  }

  /** A test that cannot find some other crate lacks a dependency. */
  private double ownCrate(Sighting sighting) {
    Matcher named = NAMED_CRATE.matcher(sighting.evidence());
    List<String> packages = log.context().facts(FactKind.CRATE);
    if (!named.find()) return alone(sighting);
    if (OF_RUST.contains(named.group(1))) return UNLIKELY;
    if (cratesOfTests.contains(named.group(1))) return UNLIKELY;
    if (packages.isEmpty()) {
      Matcher tests = OF_TESTS.matcher(sighting.evidence());
      boolean own = tests.find() && mayBeCalled(tests.group("folder"), named.group(1));
      return own ? POSSIBLE : UNLIKELY;
    }
    boolean own = packages.stream().anyMatch(each -> each.replace('-', '_').equals(named.group(1)));
    return own ? SURE : UNLIKELY;
  }

  /** A package's folder has its name, or nearly so: `my-ext-py` of `my_ext`. */
  private static boolean mayBeCalled(@Nullable String folder, String crate) {
    if (folder == null) return true;
    String name = folder.replace('-', '_');
    return name.contains(crate) || crate.contains(name);
  }

  private double alone(Sighting sighting) {
    double likely;
    if (OF_PYO3.matcher(sighting.evidence()).find()) likely = SURE;
    else if (OF_PYTHON.matcher(sighting.evidence()).find()) likely = TELLING;
    else likely = log.speaksOf(Subject.PYTHON) ? LIKELY : POSSIBLE + 0.05;
    return WARNING.matcher(sighting.evidence()).find() ? likely - 0.1 : likely;
  }
}
