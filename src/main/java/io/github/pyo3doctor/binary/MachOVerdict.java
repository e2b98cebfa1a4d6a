package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.binary.MachOImport.From;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of a file once all that can be found is found. */
final class MachOVerdict {
  /** A message names some; a list of thousands helps nobody. */
  private static final int MOST_NAMED = 50;

  private final MachOProcess process;
  private final MachOImage image;
  private final MachOSlice slice;
  private final boolean pythonImport;
  private final boolean pythonKnown;
  private final Map<MachOImage, Optional<Set<String>>> offered = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private LoadOutcome outcome = LoadOutcome.LOADS;
  private Optional<String> status = Optional.empty();

  /**
   * What was decided.
   *
   * @param needs those of the file, each with what it lacks
   */
  record Decision(
      LoadOutcome outcome, Optional<String> status, List<Need> needs, List<String> remarks) {}

  /**
   * @param pythonKnown whether the process of the interpreter was followed too
   */
  MachOVerdict(
      MachOProcess process,
      MachOImage image,
      MachOSlice slice,
      boolean pythonImport,
      boolean pythonKnown) {
    this.process = process;
    this.image = image;
    this.slice = slice;
    this.pythonImport = pythonImport;
    this.pythonKnown = pythonKnown;
  }

  /**
   * @param before how many needs belong to the interpreter that imports the file
   */
  Decision decide(int before) {
    process.failures().stream().filter(failure -> !failure.unknown()).forEach(this::fail);
    List<Need> needs = new ArrayList<>();
    for (Need need : process.needs().subList(before, process.needs().size())) {
      needs.add(withNames(need));
    }
    namesOfAnyImage();
    if (status.isEmpty() && !process.isComplete()) {
      outcome = LoadOutcome.UNKNOWN;
      remarks.add("It needs more libraries than are followed here; the rest was not looked at.");
    }
    List<MachOProcess.Failure> unknown =
        process.failures().stream().filter(MachOProcess.Failure::unknown).toList();
    if (status.isEmpty() && !unknown.isEmpty()) {
      outcome = LoadOutcome.UNKNOWN;
      remarks.add(
          "Not found in the places that could be looked at: %s."
              .formatted(some(unknown.stream().map(MachOProcess.Failure::name).toList())));
    }
    remark();
    return new Decision(outcome, status, List.copyOf(needs), List.copyOf(remarks));
  }

  private void fail(MachOProcess.Failure failure) {
    fail(
        failure.otherArchitecture() ? LoadOutcome.WRONG_ARCHITECTURE : LoadOutcome.NOT_FOUND,
        failure.status());
  }

  /** The first failure is the one that dyld prints. */
  private void fail(LoadOutcome how, String text) {
    if (status.isEmpty()) {
      outcome = how;
      status = Optional.of(text);
    }
  }

  /** Names that the file asks of one library and that this one does not have. */
  private Need withNames(Need need) {
    Optional<MachOImage> requester =
        process.images().stream().filter(one -> one.path().equals(need.neededBy())).findFirst();
    Optional<MachOImage> library =
        requester.flatMap(asking -> process.library(asking, need.name()));
    Optional<Set<String>> names = library.flatMap(this::offeredBy);
    if (names.isEmpty()) {
      return need;
    }
    List<String> missing =
        requester.flatMap(MachOImage::slice).map(MachOSlice::undefined).orElse(List.of()).stream()
            .filter(asked -> asked.from() == From.LIBRARY && !asked.weak())
            .filter(asked -> asked.library().filter(need.name()::equals).isPresent())
            .map(MachOImport::name)
            .filter(name -> !names.get().contains(name))
            .toList();
    if (missing.isEmpty()) {
      return need;
    }
    boolean atOnce = requester.flatMap(MachOImage::slice).filter(this::bindsAtOnce).isPresent();
    if (atOnce) {
      fail(
          LoadOutcome.MISSING_SYMBOL,
          "Symbol not found: _%s, referenced from %s, expected in %s"
              .formatted(missing.getFirst(), need.neededBy(), library.get().path()));
    } else {
      remarks.add(
          "%s lacks %s; the program ends when the first of them is called, variables at the start."
              .formatted(library.get().path(), some(missing)));
    }
    return new Need(need.name(), need.neededBy(), need.found(), need.searched(), missing);
  }

  /** Python opens modules with {@code RTLD_NOW}. */
  private boolean bindsAtOnce(MachOSlice asking) {
    return pythonImport || asking.bindsAtOnce();
  }

  /** What a library offers, with what it exports of others; empty when one of them is not known. */
  private Optional<Set<String>> offeredBy(MachOImage library) {
    Optional<Set<String>> known = offered.get(library);
    if (known == null) {
      Set<String> names = new HashSet<>();
      known = collect(library, names, new HashSet<>()) ? Optional.of(names) : Optional.empty();
      offered.put(library, known);
    }
    return known;
  }

  private boolean collect(MachOImage library, Set<String> names, Set<MachOImage> seen) {
    if (!seen.add(library)) {
      return true;
    }
    if (library.slice().isEmpty()) {
      return false;
    }
    names.addAll(library.slice().get().defined());
    for (MachODependency needed : library.slice().get().needed()) {
      if (needed.kind() == MachODependency.Kind.REEXPORTED) {
        Optional<MachOImage> next = process.library(library, needed.name());
        if (next.isEmpty() || !collect(next.get(), names, seen)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Names that any image may have. Of the system's libraries nothing is known, but none of them has
   * Python's.
   */
  private void namesOfAnyImage() {
    List<String> pythons =
        slice.undefined().stream()
            .filter(asked -> asked.from() != From.LIBRARY && !asked.weak())
            .map(MachOImport::name)
            .filter(MachOVerdict::isPythons)
            .toList();
    if (pythons.isEmpty()) {
      return;
    }
    if (pythonImport && !pythonKnown) {
      remarks.add(
          "It leaves %d %s to the interpreter that imports it: %s."
              .formatted(pythons.size(), pythons.size() == 1 ? "name" : "names", some(pythons)));
      return;
    }
    // A name that could not be followed to its library may be in that one.
    if (process.failures().stream().anyMatch(MachOProcess.Failure::unknown)) {
      return;
    }
    Set<String> all = new HashSet<>();
    process.images().forEach(one -> one.slice().ifPresent(s -> all.addAll(s.defined())));
    List<String> missing = pythons.stream().filter(name -> !all.contains(name)).toList();
    if (missing.isEmpty()) {
      return;
    }
    if (bindsAtOnce(slice)) {
      fail(
          LoadOutcome.MISSING_SYMBOL,
          "symbol not found in flat namespace '_%s'".formatted(missing.getFirst()));
      remarks.add("Nothing that is loaded offers %s.".formatted(some(missing)));
    } else {
      remarks.add(
          "Nothing that is loaded offers %s; the program ends when the first of them is called,"
                  .formatted(some(missing))
              + " variables at the start.");
    }
  }

  private void remark() {
    List<String> libpython =
        slice.needed().stream().map(MachODependency::name).filter(MachOVerdict::isPython).toList();
    if (slice.isModule() && !libpython.isEmpty()) {
      remarks.add(
          "It is linked with %s itself; an extension module leaves Python's names to the program"
                  .formatted(some(libpython))
              + " that imports it (topic libpython-not-loaded).");
    }
    long assumed =
        process.images().stream().filter(one -> one != image && one.slice().isEmpty()).count();
    if (assumed > 0) {
      remarks.add(
          "%d of macOS's own libraries, which lie in its shared cache and on no disk, are taken to"
                  .formatted(assumed)
              + " have what is asked of them.");
    }
    if (!slice.security().signed() && slice.architecture().name().startsWith("arm64")) {
      remarks.add("It is not signed; processors of Apple run no code without a signature.");
    }
    slice
        .leastVersion()
        .ifPresent(version -> remarks.add("It is made for macOS %s or later.".formatted(version)));
  }

  /** A libpython, or the library of a framework that is Python. */
  static boolean isPython(String name) {
    return name.matches(".*\\blibpython[^/]*\\.dylib|.*/Python3?T?\\.framework/.*");
  }

  private static boolean isPythons(String name) {
    return name.startsWith("Py") || name.startsWith("_Py");
  }

  private static String some(List<String> names) {
    String text = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)));
    return names.size() > MOST_NAMED ? text + " and others" : text;
  }
}
