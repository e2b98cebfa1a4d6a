package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.ClassField;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The getter that {@code #[pyo3(get)]} makes converts the field at each access, and so does one
 * that clones it. For a collection, or another class that Python can change, that is an object of
 * its own, and what Python changes in it is lost.
 */
final class GetterReturnsCopy implements Check {
  private static final Set<String> COLLECTIONS =
      Set.of(
          "Vec",
          "VecDeque",
          "HashMap",
          "BTreeMap",
          "HashSet",
          "BTreeSet",
          "IndexMap",
          "IndexSet",
          "AHashMap",
          "AHashSet",
          "FxHashMap",
          "FxHashSet",
          "SmallVec");

  private static final Pattern WRAPPED =
      Pattern.compile("(?:\\w+\\s*::\\s*)*(?:Option|Box|PyResult)\\s*<(.*)>");
  private static final Pattern NAME = Pattern.compile("((?:\\w+\\s*::\\s*)*)(\\w+)\\s*(<.*>)?");
  private static final Pattern OWN_PATH = Pattern.compile("(?:(?:crate|self|super)\\s*::.*)?");

  private final Version bytesSince;

  GetterReturnsCopy(Facts facts) {
    bytesSince = Version.parse(facts.version("memory.vec-u8-is-bytes-since")).orElseThrow();
  }

  @Override
  public String id() {
    return "getter-returns-copy";
  }

  @Override
  public String topic() {
    return "getter-clones";
  }

  @Override
  public String question() {
    return "Do getters hand out copies of what Python may want to change?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    Map<String, PythonItem> classes = new HashMap<>();
    Set<String> changed = new HashSet<>();
    for (CargoPackage cargo : PythonMembers.of(workspace)) {
      PythonSources.items(cargo)
          .filter(item -> item.macroName().equals("pyclass"))
          .forEach(item -> classes.put(item.name(), item));
      PythonSources.items(cargo)
          .filter(PythonItem::changing)
          .forEach(item -> changed.add(item.name()));
    }
    classes.values().removeIf(item -> !isChangeable(item, changed));
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : PythonMembers.of(workspace)) {
      boolean bytes = vecOfBytesIsBytes(workspace, cargo);
      Map<String, List<ClassField>> getters = new HashMap<>();
      PythonSources.items(cargo)
          .filter(item -> item.macroName().equals("pymethods"))
          .forEach(
              item ->
                  getters
                      .computeIfAbsent(item.name(), _ -> new ArrayList<>())
                      .addAll(item.fields()));
      PythonSources.items(cargo)
          .filter(item -> item.macroName().equals("pyclass"))
          .forEach(
              item -> {
                List<ClassField> own = getters.getOrDefault(item.name(), List.of());
                examine(item, own, classes, bytes).ifPresent(findings::add);
              });
    }
    return findings;
  }

  private boolean vecOfBytesIsBytes(Workspace workspace, CargoPackage cargo) {
    return cargo
        .dependenciesOn("pyo3")
        .findFirst()
        .flatMap(dependency -> Pyo3Version.of(workspace, dependency))
        .filter(version -> version.range().atLeast(bytesSince) == Truth.FALSE)
        .isEmpty();
  }

  private Optional<Finding> examine(
      PythonItem item, List<ClassField> getters, Map<String, PythonItem> classes, boolean bytes) {
    List<ClassField> copied =
        Stream.concat(item.fields().stream(), getters.stream())
            .filter(field -> item.has("get_all") || field.has("get"))
            .filter(field -> !field.name().contains("$") && !field.type().contains("$"))
            .filter(field -> isCopied(field.type(), classes, bytes))
            .toList();
    if (copied.isEmpty()) {
      return Optional.empty();
    }
    List<String> evidence =
        copied.stream()
            .map(
                field ->
                    field.location().file()
                        + ":"
                        + field.location().line()
                        + ": "
                        + field.name()
                        + ": "
                        + field.type())
            .toList();
    String names =
        copied.size() == 1
            ? "`" + item.name() + "." + copied.getFirst().name() + "` is"
            : copied.size() + " fields of `" + item.name() + "` are";
    return Optional.of(
        new Finding(
            id(),
            topic(),
            Severity.HINT,
            names + " copied for Python at each access: what Python changes in the copy is lost",
            Optional.of(copied.getFirst().location()),
            evidence,
            Optional.of(
                new Fix(
                    "Hold it as a `Py<…>` if Python is to change it",
                    Fix.Grade.MANUAL,
                    List.of()))));
  }

  private static boolean isCopied(String type, Map<String, PythonItem> classes, boolean bytes) {
    String inner = type.strip();
    Matcher wrapped = WRAPPED.matcher(inner);
    while (wrapped.matches()) {
      inner = wrapped.group(1).strip();
      wrapped = WRAPPED.matcher(inner);
    }
    if (inner.startsWith("[") && inner.contains(";")) {
      return true;
    }
    Matcher name = NAME.matcher(inner);
    if (!name.matches()) {
      return false;
    }
    if (COLLECTIONS.contains(name.group(2))) {
      return !bytes || !inner.replace(" ", "").endsWith("Vec<u8>");
    }
    return classes.containsKey(name.group(2)) && OWN_PATH.matcher(name.group(1)).matches();
  }

  /** Whether Python can change an object of that class. */
  private static boolean isChangeable(PythonItem item, Set<String> changed) {
    boolean settable =
        item.has("set_all") || item.fields().stream().anyMatch(field -> field.has("set"));
    return !item.plain()
        && !item.has("frozen")
        && (settable || item.has("dict") || changed.contains(item.name()));
  }
}
