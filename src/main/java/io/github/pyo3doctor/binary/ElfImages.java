package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.SearchStep;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the loader has taken, in its order, and how it found each need. */
final class ElfImages {
  /** Programs load some hundreds; behind that many the rest is not followed. */
  private static final int MOST = 1 << 12;

  /** Names of all files together; keeps the memory bounded. */
  private static final int MOST_NAMES = 400_000;

  private static final int MOST_NEEDS = 1 << 16;

  /**
   * A need that stopped the loader.
   *
   * @param otherArchitecture whether something was there, for another processor
   */
  record Failure(String name, String status, boolean otherArchitecture) {}

  private final UnixDisk disk;
  private final ElfSearch search;
  private final String interpreter;
  private final boolean hasInterpreter;
  private final List<ElfImage> images = new ArrayList<>();
  private final Map<Path, ElfImage> byFile = new HashMap<>();
  private final Map<String, ElfImage> byName = new HashMap<>();
  private final Deque<ElfImage> waiting = new ArrayDeque<>();
  private final List<Need> needs = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private long names;
  private boolean complete = true;

  ElfImages(UnixDisk disk, ElfSearch search, ElfFile first) {
    this.disk = disk;
    this.search = search;
    this.hasInterpreter = first.interpreter().isPresent();
    this.interpreter =
        first.interpreter().orElse(ElfPlatform.of(first.machine(), first.wide()).interpreter());
  }

  /** Takes a file that is named by its path, as a program or by {@code dlopen}. */
  ElfImage start(String name, Path path, ElfFile file, Optional<ElfImage> loader) {
    // The system names a program by its real path; a library keeps the name it was found by.
    String named =
        file.interpreter().isPresent() ? disk.real(name).map(disk::nameOf).orElse(name) : name;
    ElfImage image = new ElfImage(name, folder(named), new HashSet<>(Set.of(name)), file, loader);
    take(image, disk.real(name).orElse(path));
    return image;
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash > 0 ? path.substring(0, slash) : "/";
  }

  private void take(ElfImage image, Path real) {
    images.add(image);
    byFile.put(real, image);
    image.names().forEach(name -> byName.putIfAbsent(name, image));
    image.file().name().ifPresent(name -> byName.putIfAbsent(name, image));
    names += image.file().defined().size() + image.file().undefined().size();
    waiting.add(image);
  }

  /** Loads what the taken files need, and what those need, breadth-first. */
  void loadNeeds() {
    while (!waiting.isEmpty()) {
      ElfImage image = waiting.remove();
      for (String name : image.file().needed()) {
        if (images.size() >= MOST || names > MOST_NAMES || needs.size() >= MOST_NEEDS) {
          complete = false;
          return;
        }
        load(name, image);
      }
    }
  }

  private void load(String name, ElfImage requester) {
    Optional<ElfImage> loaded = Optional.ofNullable(byName.get(name));
    if (loaded.isPresent()) {
      SearchStep step = new SearchStep("already loaded", "name", "taken");
      need(name, requester, Optional.of(loaded.get().path()), List.of(step));
      return;
    }
    if (name.equals(interpreter.substring(interpreter.lastIndexOf('/') + 1))) {
      loader(name, requester);
      return;
    }
    ElfSearch.Found found = search.find(name, requester);
    need(name, requester, found.taken().map(ElfSearch.Taken::path), found.steps());
    if (found.taken().isEmpty()) {
      failures.add(failure(name, found));
      return;
    }
    ElfSearch.Taken taken = found.taken().get();
    ElfImage known = byFile.get(taken.real());
    if (known != null) {
      known.names().add(name);
      byName.putIfAbsent(name, known);
      return;
    }
    Set<String> called = new HashSet<>(Set.of(name, taken.path()));
    take(
        new ElfImage(
            taken.path(), folder(taken.path()), called, taken.file(), Optional.of(requester)),
        taken.real());
  }

  /** The loader itself is there before everything else. */
  private void loader(String name, ElfImage requester) {
    SearchStep step = new SearchStep("already loaded", "the loader itself", "taken");
    Optional<Path> real = disk.real(interpreter);
    need(name, requester, Optional.of(interpreter), List.of(step));
    if (real.isPresent()) {
      ElfSearch.Found found = search.find(interpreter, requester);
      found
          .taken()
          .ifPresent(
              taken ->
                  take(
                      new ElfImage(
                          interpreter,
                          folder(interpreter),
                          new HashSet<>(Set.of(name, interpreter)),
                          taken.file(),
                          Optional.of(requester)),
                      taken.real()));
    }
  }

  private static Failure failure(String name, ElfSearch.Found found) {
    String status =
        found
            .broken()
            .or(() -> found.otherArchitecture().map(text -> name + ": " + text))
            .orElse(name + ": cannot open shared object file: No such file or directory");
    return new Failure(name, status, found.otherArchitecture().isPresent());
  }

  private void need(
      String name, ElfImage requester, Optional<String> found, List<SearchStep> steps) {
    needs.add(new Need(name, requester.path(), found, steps, List.of()));
  }

  /** Who offers a name. */
  Optional<ElfImage> holderOf(String symbol) {
    return images.stream()
        .filter(image -> image.file().defined().stream().anyMatch(s -> s.name().equals(symbol)))
        .findFirst();
  }

  Optional<ElfImage> called(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The interpreter when a program asks for one that is not there. */
  Optional<String> missingInterpreter() {
    return hasInterpreter && disk.real(interpreter).isEmpty()
        ? Optional.of(interpreter)
        : Optional.empty();
  }

  List<ElfImage> images() {
    return List.copyOf(images);
  }

  List<Need> needs() {
    return List.copyOf(needs);
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** Whether every need was followed. */
  boolean isComplete() {
    return complete;
  }
}
