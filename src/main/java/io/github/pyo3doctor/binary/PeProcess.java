package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.binary.PeSearch.Answer;
import io.github.pyo3doctor.binary.PeSearch.Search;
import io.github.pyo3doctor.checks.WindowsSearchOrder.Place;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.SearchStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules of a Windows process that is being put together: first all libraries are found, each
 * with its own right after it, then the symbols are looked up. A name that is loaded is not
 * searched for again.
 */
final class PeProcess {
  /** Longer than any chain of libraries in use. */
  private static final int DEEPEST = 200;

  private static final SearchStep ALREADY_LOADED =
      new SearchStep("already loaded", "already loaded", PeSearch.TAKEN);

  private final PeSearch search;
  private final Map<String, Optional<PeModule>> answered = new HashMap<>();
  private final Set<String> before = new LinkedHashSet<>();
  private final List<Need> needs = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  PeProcess(PeSearch search) {
    this.search = search;
  }

  /**
   * Why loading fails.
   *
   * @param need which of the needs
   */
  record Problem(LoadOutcome outcome, String status, int need) {}

  private record Edge(String neededBy, PeImport asked, PeModule module, int need) {}

  /** Loads what a file links. */
  void link(String name, PeFile file, List<Place> places) {
    map(name, file, places, 0);
    while (!edges.isEmpty()) {
      List<Edge> mapped = List.copyOf(edges);
      edges.clear();
      mapped.forEach(edge -> check(edge, places));
    }
  }

  /** What is loaded stays so; what it took is forgotten. */
  void forgetHow() {
    answered.values().removeIf(Optional::isEmpty);
    before.addAll(answered.keySet());
    needs.clear();
    problems.clear();
  }

  /** A module that is loaded without having been linked: the program itself, a Python module. */
  void loaded(PeModule module) {
    answered.put(key(module.name()), Optional.of(module));
  }

  List<Need> needs() {
    return List.copyOf(needs);
  }

  /** The first that decides: a library that is missing comes before any symbol. */
  Optional<Problem> problem() {
    return problems.stream()
        .filter(problem -> problem.outcome() != LoadOutcome.UNKNOWN)
        .findFirst()
        .or(() -> problems.stream().findFirst());
  }

  /** Where a library would come from that is loaded by a call into it, once all this is loaded. */
  Search later(String library, List<Place> places) {
    return answered
        .getOrDefault(key(library), Optional.empty())
        .map(module -> new Search(List.of(ALREADY_LOADED), new Answer.Found(module)))
        .orElseGet(() -> search.find(withExtension(library), places));
  }

  private void map(String name, PeFile file, List<Place> places, int depth) {
    for (PeImport asked : file.imports()) {
      boolean known = answered.containsKey(key(asked.library())) && !isBefore(asked.library());
      int index = known ? -1 : needs.size();
      Optional<PeModule> module = need(asked.library(), name, places, depth);
      module.ifPresent(found -> edges.add(new Edge(name, asked, found, index)));
    }
  }

  private boolean isBefore(String library) {
    return before.contains(key(library));
  }

  private Optional<PeModule> need(String asked, String neededBy, List<Place> places, int depth) {
    String key = key(asked);
    Optional<PeModule> known = answered.getOrDefault(key, Optional.empty());
    if (answered.containsKey(key)) {
      if (before.remove(key)) {
        known.ifPresent(module -> needs.add(alreadyLoaded(asked, neededBy, module, List.of())));
      }
      return known;
    }
    if (depth > DEEPEST) {
      needs.add(new Need(asked, neededBy, Optional.empty(), List.of(), List.of()));
      problems.add(new Problem(LoadOutcome.UNKNOWN, "", needs.size() - 1));
      return Optional.empty();
    }
    Search searched = search.find(withExtension(asked), places);
    int index = needs.size();
    Optional<PeModule> module =
        switch (searched.answer()) {
          case Answer.Found(PeModule found) -> Optional.of(found);
          case Answer.NotFound _ -> failed(LoadOutcome.NOT_FOUND, "STATUS_DLL_NOT_FOUND", index);
          case Answer.WrongArchitecture _ ->
              failed(LoadOutcome.WRONG_ARCHITECTURE, "STATUS_INVALID_IMAGE_FORMAT", index);
          case Answer.Unknown _ -> failed(LoadOutcome.UNKNOWN, "", index);
        };
    needs.add(new Need(asked, neededBy, module.map(PeModule::path), searched.steps(), List.of()));
    answered.put(key, module);
    module.flatMap(PeModule::image).ifPresent(image -> map(asked, image, places, depth + 1));
    return module;
  }

  private Optional<PeModule> failed(LoadOutcome outcome, String status, int need) {
    problems.add(new Problem(outcome, status, need));
    return Optional.empty();
  }

  private static Need alreadyLoaded(
      String asked, String neededBy, PeModule module, List<String> missing) {
    return new Need(asked, neededBy, Optional.of(module.path()), List.of(ALREADY_LOADED), missing);
  }

  private void check(Edge edge, List<Place> places) {
    List<String> missing = new ArrayList<>();
    boolean byName = false;
    for (String symbol : edge.asked().symbols()) {
      if (!offers(edge.module(), symbol, places, 0)) {
        missing.add(symbol);
        byName = true;
      }
    }
    for (int ordinal : edge.asked().ordinals()) {
      String symbol = "#" + ordinal;
      if (!offers(edge.module(), symbol, places, 0)) {
        missing.add(symbol);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    int index = edge.need();
    if (index < 0) {
      index = needs.size();
      needs.add(alreadyLoaded(edge.asked().library(), edge.neededBy(), edge.module(), missing));
    } else {
      Need need = needs.get(index);
      needs.set(
          index, new Need(need.name(), need.neededBy(), need.found(), need.searched(), missing));
    }
    problems.add(
        new Problem(
            LoadOutcome.MISSING_SYMBOL,
            byName ? "STATUS_ENTRYPOINT_NOT_FOUND" : "STATUS_ORDINAL_NOT_FOUND",
            index));
  }

  /**
   * Whether a module has a symbol, itself or by handing it on; a missing library is a problem.
   *
   * @param symbol a name, or {@code #number}
   */
  private boolean offers(PeModule module, String symbol, List<Place> places, int depth) {
    if (module.image().isEmpty()) {
      return true;
    }
    Optional<String> forwarder = module.exports().getOrDefault(symbol, Optional.empty());
    if (!module.exports().containsKey(symbol)) {
      return false;
    }
    if (forwarder.isEmpty()) {
      return true;
    }
    int dot = forwarder.get().lastIndexOf('.');
    if (dot < 1 || depth > DEEPEST) {
      return false;
    }
    Optional<PeModule> target =
        need(forwarder.get().substring(0, dot) + ".dll", module.name(), places, 0);
    String name = forwarder.get().substring(dot + 1);
    return target.map(found -> offers(found, name, places, depth + 1)).orElse(true);
  }

  private static String withExtension(String name) {
    return name.contains(".") ? name : name + ".dll";
  }

  private static String key(String name) {
    return withExtension(name).toLowerCase(Locale.ROOT);
  }
}
