package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.PythonCode;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Follows {@code mod} from a target's root file to all of its source files.
 *
 * @see <a href="https://doc.rust-lang.org/reference/items/modules.html">The Rust Reference,
 *     Modules</a>
 */
final class ModuleTree {
  /** Sources written by people are far smaller; larger ones are generated, and hold no PyO3. */
  private static final int LIMIT_BYTES = 4 * 1024 * 1024;

  private final ProjectFiles files;
  private final KeptFacts kept;
  private final Map<Wanted, Optional<RustFacts>> read = new ConcurrentHashMap<>();

  /**
   * What is to be read of a file.
   *
   * @param outline only an outline, where the file has nothing to do with Python
   */
  private record Wanted(Path file, boolean outline) {}

  /**
   * The source files of a target.
   *
   * @param outline whether none has to do with Python, so that only outlines were read
   */
  record Tree(List<RustFile> files, boolean outline) {}

  ModuleTree(ProjectFiles files, KeptFacts kept) {
    this.files = files;
    this.kept = kept;
  }

  /**
   * @param folder where the files of its modules lie
   * @param conditions those on the {@code mod} lines that led here
   */
  private record Source(Path file, Path folder, List<String> conditions) {}

  /**
   * The source files of the target with that root file, the root first; none when it is missing.
   *
   * @param outline whether outlines will do for the files that have nothing to do with Python
   */
  Tree follow(Path root, boolean outline) {
    boolean outlines = outline;
    List<RustFile> found = new ArrayList<>();
    Deque<Source> waiting = new ArrayDeque<>();
    Set<Path> seen = new HashSet<>(List.of(root));
    waiting.add(new Source(root, root.resolveSibling(""), List.of()));
    while (!waiting.isEmpty()) {
      Source source = waiting.removeFirst();
      Optional<RustFacts> facts =
          read.computeIfAbsent(new Wanted(source.file(), outline), this::read);
      if (facts.isPresent()) {
        found.add(file(source, facts.get()));
        outlines &= facts.get().outline();
        for (RustFacts.Module module : facts.get().modules()) {
          for (Source next : sources(source, module)) {
            if (seen.add(next.file())) {
              waiting.add(next);
            }
          }
        }
      }
    }
    return new Tree(found, outlines);
  }

  private Optional<RustFacts> read(Wanted wanted) {
    Path file = wanted.file();
    String name = files.relative(file);
    Optional<FileStamp> stamp = files.stamp(file);
    Optional<RustFacts> known =
        stamp
            .flatMap(now -> kept.find(name, now))
            .filter(facts -> wanted.outline() || !facts.outline())
            .map(facts -> wanted.outline() && !facts.ofPython() ? facts.toOutline() : facts);
    if (known.isPresent()) {
      files.checkCancelled();
      return known;
    }
    Optional<RustFacts> facts =
        files
            .read(file, LIMIT_BYTES)
            .map(
                text ->
                    wanted.outline()
                        ? RustScanner.outline(name, text)
                        : RustScanner.scan(name, text));
    facts.ifPresent(read -> stamp.ifPresent(before -> kept.add(name, before, read)));
    return facts;
  }

  private RustFile file(Source source, RustFacts facts) {
    String path = files.relative(source.file());
    List<String> outer = source.conditions();
    if (outer.isEmpty()) {
      return new RustFile(
          path,
          facts.crates(),
          facts.functions(),
          facts.python(),
          facts.waiting(),
          facts.api(),
          facts.types());
    }
    return new RustFile(
        path,
        facts.crates(),
        facts.functions().stream().map(function -> under(outer, function)).toList(),
        facts.python().map(code -> under(outer, code)),
        facts.waiting().map(code -> code.under(outer)),
        facts.api().map(code -> code.under(outer)),
        facts.types().stream().map(type -> type.under(outer)).toList());
  }

  private static RustFunction under(List<String> outer, RustFunction function) {
    return new RustFunction(
        function.name(),
        function.location(),
        function.test(),
        joined(outer, function.conditions()),
        function.python(),
        function.calls());
  }

  private static PythonCode under(List<String> conditions, PythonCode code) {
    return new PythonCode(
        code.items().stream().map(item -> item.under(conditions)).toList(),
        code.imports(),
        code.threadPromises(),
        code.generators());
  }

  private List<Source> sources(Source parent, RustFacts.Module module) {
    List<String> conditions = joined(parent.conditions(), module.conditions());
    List<Source> found = new ArrayList<>();
    Path named = inner(parent, module);
    Path pathBase = module.inside().isEmpty() ? parent.file().resolveSibling("") : named;
    List<String> paths = module.path().map(List::of).orElse(module.conditionalPaths());
    for (String path : paths) {
      Path file = pathBase.resolve(path).normalize();
      if (Files.exists(file)) {
        found.add(new Source(file, file.resolveSibling(""), conditions));
      }
    }
    if (module.path().isEmpty()) {
      Path below = named.resolve(module.name());
      Path flat = named.resolve(module.name() + ".rs");
      Path nested = below.resolve("mod.rs");
      for (Path file : List.of(flat, nested)) {
        if (Files.exists(file)) {
          found.add(new Source(file, below, conditions));
          break;
        }
      }
    }
    if (found.isEmpty() && conditions.isEmpty()) {
      files.note(module.location(), "there is no file for the module `" + module.name() + "`");
    }
    return found;
  }

  /** The folder for the files of modules that stand where {@code module} stands. */
  private static Path inner(Source parent, RustFacts.Module module) {
    Path folder = parent.folder();
    boolean outermost = true;
    for (RustFacts.Inline inline : module.inside()) {
      Path from =
          outermost && inline.path().isPresent() ? parent.file().resolveSibling("") : folder;
      folder = from.resolve(inline.path().orElse(inline.name())).normalize();
      outermost = false;
    }
    return folder;
  }

  private static List<String> joined(List<String> outer, List<String> inner) {
    List<String> all = new ArrayList<>(outer);
    all.addAll(inner);
    return List.copyOf(all);
  }
}
