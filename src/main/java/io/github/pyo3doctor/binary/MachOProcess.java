package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.SearchStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What dyld has loaded, in its order, and how it found each need: all of a file's own first, then
 * what each of those needs ({@code JustInTimeLoader::loadDependents} in dyld's sources).
 */
final class MachOProcess {
  /** Programs load some hundreds; behind that many the rest is not followed. */
  private static final int MOST = 1 << 11;

  /** Names of all files together; keeps the memory bounded. */
  private static final int MOST_NAMES = 400_000;

  private static final int MOST_NEEDS = 1 << 16;

  /** Each takes a frame of the stack; no library is that many needs away in practice. */
  private static final int DEEPEST = 200;

  /** As many as dyld's message of some screens' height. */
  private static final int MOST_TRIED = 12;

  /**
   * A need without which dyld does not go on.
   *
   * @param status as dyld says it
   * @param unknown whether it may be there, in a place that could not be looked at
   */
  record Failure(String name, String status, boolean otherArchitecture, boolean unknown) {}

  private final MachOSearch search;
  private final List<MachOImage> images = new ArrayList<>();
  private final Map<Path, MachOImage> byFile = new HashMap<>();
  private final Map<MachOImage, Map<String, MachOImage>> libraries = new HashMap<>();
  private final Set<MachOImage> followed = new HashSet<>();
  private final List<Need> needs = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private long names;
  private boolean complete = true;

  MachOProcess(MachOSearch search) {
    this.search = search;
  }

  /**
   * Takes a file and all it needs.
   *
   * @param real where it lies on this machine
   * @param before who loads it
   */
  MachOImage.Chain start(MachOImage image, Path real, Optional<MachOImage.Chain> before) {
    MachOImage.Chain chain = new MachOImage.Chain(image, before);
    take(image, Optional.of(real));
    follow(chain, 0);
    return chain;
  }

  private void take(MachOImage image, Optional<Path> real) {
    images.add(image);
    real.ifPresent(file -> byFile.put(file, image));
    names += image.slice().map(s -> s.defined().size() + s.undefined().size()).orElse(0);
  }

  private void follow(MachOImage.Chain chain, int depth) {
    MachOImage image = chain.image();
    if (image.slice().isEmpty() || !followed.add(image)) {
      return;
    }
    if (depth > DEEPEST) {
      complete = false;
      return;
    }
    List<MachOImage> direct = new ArrayList<>();
    for (MachODependency needed : image.slice().get().needed()) {
      if (images.size() >= MOST || names > MOST_NAMES || needs.size() >= MOST_NEEDS) {
        complete = false;
        return;
      }
      load(needed, chain).ifPresent(direct::add);
    }
    direct.forEach(next -> follow(new MachOImage.Chain(next, Optional.of(chain)), depth + 1));
  }

  private Optional<MachOImage> load(MachODependency needed, MachOImage.Chain chain) {
    if (needed.kind() == MachODependency.Kind.LAZY) {
      return Optional.empty();
    }
    MachOImage requester = chain.image();
    MachOSearch.Found found = search.find(needed.name(), chain, images);
    Optional<MachOImage> taken = found.taken().map(image -> known(image, found.real()));
    List<SearchStep> steps = found.steps();
    if (taken.isEmpty() && needed.optional()) {
      steps = new ArrayList<>(steps);
      steps.add(new SearchStep("nowhere", Need.WEAK, "not needed: it goes on without"));
    }
    needs.add(
        new Need(
            needed.name(),
            requester.path(),
            taken.map(MachOImage::path),
            List.copyOf(steps),
            List.of()));
    taken.ifPresent(
        image ->
            libraries
                .computeIfAbsent(requester, _ -> new HashMap<>())
                .putIfAbsent(needed.name(), image));
    if (taken.isEmpty() && !needed.optional()) {
      failures.add(failure(needed.name(), requester, found));
    }
    return taken;
  }

  /** One file is one image, by whatever links it was come to. */
  private MachOImage known(MachOImage image, Optional<Path> real) {
    Optional<MachOImage> there = real.map(byFile::get);
    if (there.isEmpty() && !images.contains(image)) {
      take(image, real);
    }
    return there.orElse(image);
  }

  private static Failure failure(String name, MachOImage requester, MachOSearch.Found found) {
    List<String> tried = found.tried();
    String reason =
        tried.isEmpty()
            ? (name.startsWith("@rpath/") ? "no LC_RPATH's found" : "no such file")
            : "tried: "
                + String.join(", ", tried.subList(0, Math.min(MOST_TRIED, tried.size())))
                + (tried.size() > MOST_TRIED ? " and others" : "");
    String status =
        "Library not loaded: %s, referenced from %s, %s".formatted(name, requester.path(), reason);
    return new Failure(name, status, found.otherArchitecture(), found.unknown());
  }

  /** What came of a need of an image. */
  Optional<MachOImage> library(MachOImage of, String installName) {
    return Optional.ofNullable(libraries.getOrDefault(of, Map.of()).get(installName));
  }

  List<MachOImage> images() {
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
