package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of a file once all that can be found is found. */
final class ElfVerdict {
  /** A message names some; a list of thousands helps nobody. */
  private static final int MOST_NAMED = 50;

  private final ElfImages images;
  private final ElfFile file;
  private final ElfSurroundings surroundings;
  private final boolean musl;
  private final List<Need> needs = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private LoadOutcome outcome = LoadOutcome.LOADS;
  private Optional<String> status = Optional.empty();

  ElfVerdict(ElfImages images, ElfFile file, ElfSurroundings surroundings, boolean musl) {
    this.images = images;
    this.file = file;
    this.surroundings = surroundings;
    this.musl = musl;
  }

  /**
   * @param before how many needs belong to the interpreter that imports the file
   */
  Inspection inspection(String path, int before) {
    images
        .missingInterpreter()
        .ifPresent(
            name ->
                fail(
                    LoadOutcome.NOT_FOUND,
                    "No such file or directory: the loader " + name + " is not there"));
    for (ElfImages.Failure failure : images.failures()) {
      fail(
          failure.otherArchitecture() ? LoadOutcome.WRONG_ARCHITECTURE : LoadOutcome.NOT_FOUND,
          failure.status());
    }
    for (Need need : images.needs()) {
      needs.add(musl ? need : withVersions(need));
    }
    names();
    remark();
    return new Inspection(
        path,
        "ELF",
        ElfPlatform.of(file.machine(), file.wide()).name(),
        surroundings.pythonImport() ? "python-import" : "exe",
        outcome,
        status,
        List.copyOf(needs.subList(before, needs.size())),
        List.copyOf(remarks));
  }

  /** The first failure is the one that the loader prints. */
  private void fail(LoadOutcome how, String text) {
    if (status.isEmpty()) {
      outcome = how;
      status = Optional.of(text);
    }
  }

  /** A library that defines no versions at all is taken with a warning only. */
  private Need withVersions(Need need) {
    Optional<ElfImage> library = images.called(need.name());
    Optional<ElfImage> requester = images.called(need.neededBy());
    if (library.isEmpty()
        || requester.isEmpty()
        || library.get().file().versionDefinitions().isEmpty()) {
      return need;
    }
    List<String> missing = new ArrayList<>();
    List<String> defined = library.get().file().versionDefinitions();
    for (ElfVersionNeed asked : requester.get().file().versionNeeds()) {
      if (asked.library().equals(need.name())) {
        missing.addAll(asked.versions());
        asked.weak().stream()
            .filter(version -> !defined.contains(version))
            .forEach(version -> remarks.add(doneWithout(library.get(), version, need)));
      }
    }
    missing.removeAll(defined);
    for (String version : missing) {
      fail(
          LoadOutcome.MISSING_SYMBOL,
          "%s: version `%s' not found (required by %s)"
              .formatted(library.get().path(), version, need.neededBy()));
    }
    return missing.isEmpty()
        ? need
        : new Need(
            need.name(), need.neededBy(), need.found(), need.searched(), List.copyOf(missing));
  }

  private static String doneWithout(ElfImage library, String version, Need need) {
    return "%s has no version %s, which %s can do without: the loader only warns."
        .formatted(library.path(), version, need.neededBy());
  }

  /** Names are looked up only when everything is there. */
  private void names() {
    if (status.isPresent() || !images.isComplete()) {
      return;
    }
    Set<String> asked = new LinkedHashSet<>();
    file.undefined().stream()
        .filter(symbol -> !symbol.weak())
        .forEach(symbol -> asked.add(symbol.name()));
    for (ElfImage image : images.images()) {
      image.file().defined().forEach(symbol -> asked.remove(symbol.name()));
    }
    List<String> missing = List.copyOf(asked);
    List<String> python = missing.stream().filter(ElfVerdict::isPythons).toList();
    List<String> other = missing.stream().filter(name -> !isPythons(name)).toList();
    boolean provided = surroundings.pythonImport() && surroundings.python().isEmpty();
    if (provided && !python.isEmpty()) {
      remarks.add(
          "It leaves %d %s to the interpreter that imports it: %s."
              .formatted(python.size(), python.size() == 1 ? "name" : "names", some(python)));
    }
    List<String> decisive = provided ? other : missing;
    if (decisive.isEmpty()) {
      return;
    }
    // Python opens with RTLD_NOW; a program that binds lazily fails at the first call, if ever.
    if (surroundings.pythonImport() || file.bindsAtOnce()) {
      fail(LoadOutcome.MISSING_SYMBOL, "symbol lookup error: undefined symbol: " + decisive.get(0));
      remarks.add("Nothing that is loaded offers %s.".formatted(some(decisive)));
    } else {
      remarks.add(
          "Nothing that is loaded offers %s; it fails when the first of them is used, variables at"
                  .formatted(some(decisive))
              + " the start.");
    }
  }

  private static boolean isPythons(String name) {
    return name.startsWith("Py") || name.startsWith("_Py");
  }

  private static String some(List<String> names) {
    String text = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)));
    return names.size() > MOST_NAMED ? text + " and others" : text;
  }

  private void remark() {
    if (!images.isComplete()) {
      remarks.add("It needs more libraries than are followed here; the rest was not looked at.");
    }
    if (musl) {
      remarks.add("It is linked to musl: musl's order of places counts, and no cache.");
    }
    if (surroundings.pythonImport()) {
      file.needed().stream()
          .filter(name -> name.startsWith("libpython"))
          .findFirst()
          .ifPresent(
              name ->
                  remarks.add(
                      "An extension module usually needs no %s; the interpreter has its names"
                              .formatted(name)
                          + " already (topic libpython-not-loaded)."));
    }
    newestGlibc()
        .ifPresent(
            version ->
                remarks.add(
                    "It needs glibc %s or newer (topic manylinux-glibc).".formatted(version)));
  }

  private Optional<String> newestGlibc() {
    return file.versionNeeds().stream()
        .flatMap(need -> need.versions().stream())
        .filter(version -> version.matches("GLIBC_\\d{1,4}(\\.\\d{1,4}){1,3}"))
        .map(version -> version.substring("GLIBC_".length()))
        .max(ElfVerdict::compareVersions);
  }

  private static int compareVersions(String one, String other) {
    String[] left = one.split("\\.", -1);
    String[] right = other.split("\\.", -1);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int a = i < left.length ? Integer.parseInt(left[i]) : 0;
      int b = i < right.length ? Integer.parseInt(right[i]) : 0;
      if (a != b) {
        return Integer.compare(a, b);
      }
    }
    return 0;
  }
}
