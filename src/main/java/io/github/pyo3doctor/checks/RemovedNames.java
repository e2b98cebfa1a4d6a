package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.ApiUse;
import io.github.pyo3doctor.snapshot.MacroOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names that PyO3 gave up, and how a use of one is recognised. */
final class RemovedNames {
  private static final String CRATE = "pyo3::";

  /** The raw interface has names of its own, {@code PyObject} among them. */
  private static final String RAW = "pyo3::ffi::";

  private final Map<String, Name> bySpelling = new HashMap<>();
  private final Set<String> pythonTypes;
  private final Set<String> functionOptions;

  RemovedNames(Facts facts) {
    pythonTypes = Set.copyOf(facts.list("python-types.native"));
    functionOptions = Set.copyOf(facts.list("python-types.function-options"));
    for (Map<String, String> entry : facts.entries("removed-api")) {
      for (String spelling : entry.getOrDefault("names", "").strip().split("\\s+", -1)) {
        bySpelling.put(
            spelling,
            new Name(
                spelling,
                entry.getOrDefault("instead", ""),
                version(entry, "deprecated-since"),
                version(entry, "removed-since")));
      }
    }
  }

  private static Optional<Version> version(Map<String, String> entry, String key) {
    return Optional.ofNullable(entry.get(key)).flatMap(Version::parse);
  }

  /**
   * A name that is, or will be, gone.
   *
   * @param spelling as {@code facts.toml} spells it
   * @param instead what takes its place
   * @param deprecated since which PyO3 the compiler warns of it
   * @param removed since which PyO3 it is gone
   */
  record Name(
      String spelling, String instead, Optional<Version> deprecated, Optional<Version> removed) {
    /** How people call it: without the modules it lies in, and as they write it. */
    String display() {
      if (spelling.startsWith(CRATE)) {
        return spelling.substring(spelling.lastIndexOf("::") + 2);
      }
      return spelling.replaceFirst("::<PyDict>$", "::<…>");
    }

    /** Whether it is a method that is known only by its name and by the token it is given. */
    boolean takesToken() {
      return spelling.startsWith(".") && spelling.endsWith("(py)");
    }

    /** The method's own name, which a trait of the project may offer as well; else empty. */
    String method() {
      if (spelling.startsWith(CRATE) || spelling.startsWith("&") || spelling.startsWith("#")) {
        return "";
      }
      return spelling.replaceFirst("^(\\w+::|\\.)", "").replaceFirst("\\W.*", "");
    }
  }

  /** The option of a macro, {@code #[pyclass(gc)]}, if it is one that is gone. */
  Optional<Name> option(String macro, MacroOption option) {
    if (option.name().startsWith("\"")) {
      return known("#[" + macro + "(\"…\")]");
    }
    return known("#[" + macro + "(" + option.name() + ")]")
        .or(
            () ->
                option.value().isPresent() && !functionOptions.contains(option.name())
                    ? known("#[" + macro + "(argument=…)]")
                    : Optional.empty());
  }

  /**
   * The name that a use is of.
   *
   * @param globs what the file imports with {@code *}
   */
  Optional<Name> of(ApiUse use, List<String> globs) {
    return switch (use.form()) {
      case PATH -> places(use.name(), globs).flatMap(this::atPath).findFirst();
      case METHOD_OF_TOKEN -> known("Python::" + use.name());
      case METHOD_WITH_TOKEN -> known("." + use.name() + "(py)");
      case METHOD_WITH_TYPE -> {
        String[] words = use.name().split(" ", 2);
        yield known("." + words[0] + "::<PyDict>")
            .filter(_ -> pythonTypes.contains(last(words[1])))
            .filter(_ -> places(words[1], globs).findAny().isPresent());
      }
      case ATTRIBUTE -> known("#[" + use.name() + "]");
      case METHOD_WITH_BOOLEAN, CAPTURED -> Optional.empty();
      case ARGUMENT ->
          known("&" + last(use.name()))
              .filter(_ -> places(use.name(), globs).findAny().isPresent());
    };
  }

  private Optional<Name> known(String spelling) {
    return Optional.ofNullable(bySpelling.get(spelling));
  }

  /** The paths in PyO3 that a path as written may stand for. */
  private static Stream<String> places(String path, List<String> globs) {
    Stream<String> all =
        path.startsWith(CRATE)
            ? Stream.of(path)
            : globs.stream().filter(glob -> glob.startsWith(CRATE)).map(glob -> glob + path);
    return all.filter(place -> !place.startsWith(RAW));
  }

  private Stream<Name> atPath(String path) {
    for (int end = path.length(); end > CRATE.length(); end = path.lastIndexOf("::", end - 1)) {
      Optional<Name> item = known(path.substring(0, end));
      if (item.isPresent()) {
        return item.stream();
      }
    }
    int type = path.lastIndexOf("::", path.lastIndexOf("::") - 1) + 2;
    return known(path.substring(type)).stream();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf(":") + 1);
  }
}
