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
import java.util.concurrent.CountedCompleter;

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
  private final Map<Path, RustFacts> whole = new ConcurrentHashMap<>();
  private final Map<Path, RustFacts> outlined = new ConcurrentHashMap<>();

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
  private record Source(Path file, Path folder, List<String> conditions) {
    // A record's own equals() is made when first asked, which a short run would notice.
    boolean leadsOnAs(Source other) {
      return folder.equals(other.folder) && conditions.equals(other.conditions);
    }
  }

  /** A file that was read, and the files that it names. */
  private record Node(Source source, RustFacts facts, List<Source> modules) {}

  /**
   * Reads all source files of the target with that root file; to be run by a pool, where other
   * threads help.
   *
   * @param outline whether outlines will do for the files that have nothing to do with Python
   */
  Target target(Path root, boolean outline) {
    return new Target(new Source(root, root.resolveSibling(""), List.of()), outline);
  }

  /** All source files of one target. */
  final class Target extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1;

    private final transient Source root;
    private final boolean outline;
    private final transient Map<Path, Node> nodes = new ConcurrentHashMap<>();
    private final transient Set<Path> seen = ConcurrentHashMap.newKeySet();

    private Target(Source root, boolean outline) {
      this.root = root;
      this.outline = outline;
    }

    @Override
    public void compute() {
      seen.add(root.file());
      new Reading(this, root).compute();
    }

    /** What was read, once all is: the root first, none when it is missing. */
    Tree tree() {
      boolean outlines = outline;
      List<RustFile> found = new ArrayList<>();
      Deque<Source> waiting = new ArrayDeque<>(List.of(root));
      Set<Path> reached = new HashSet<>(List.of(root.file()));
      while (!waiting.isEmpty()) {
        Source source = waiting.removeFirst();
        Optional<Node> node = node(source);
        if (node.isPresent()) {
          found.add(file(source, node.get().facts()));
          outlines &= node.get().facts().outline();
          for (Source next : node.get().modules()) {
            if (reached.add(next.file())) waiting.add(next);
          }
        }
      }
      return new Tree(found, outlines);
    }

    // Of two ways to one file, another may have been the first here than is by the order of files.
    private Optional<Node> node(Source source) {
      Node known = nodes.get(source.file());
      return known != null && known.source().leadsOnAs(source) ? Optional.of(known) : read(source);
    }

    private Optional<Node> read(Source source) {
      return ModuleTree.this
          .facts(source.file(), outline)
          .map(facts -> new Node(source, facts, sources(source, facts)));
    }
  }

  /** One file of a target, and then those that it names. */
  private final class Reading extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1;

    private final transient Target target;
    private final transient Source source;

    Reading(Target target, Source source) {
      super(target);
      this.target = target;
      this.source = source;
    }

    @Override
    public void compute() {
      target.read(source).ifPresent(this::follow);
      tryComplete();
    }

    private void follow(Node node) {
      target.nodes.put(source.file(), node);
      for (Source next : node.modules()) {
        if (target.seen.add(next.file())) {
          target.addToPendingCount(1);
          new Reading(target, next).fork();
        }
      }
    }
  }

  private Optional<RustFacts> facts(Path file, boolean outline) {
    Map<Path, RustFacts> read = outline ? outlined : whole;
    RustFacts known = read.get(file);
    if (known != null) return Optional.of(known);
    Optional<RustFacts> facts = read(file, outline);
    facts.ifPresent(each -> read.put(file, each));
    return facts;
  }

  private Optional<RustFacts> read(Path file, boolean outline) {
    String name = files.relative(file);
    Optional<FileStamp> stamp = files.stamp(file);
    Optional<RustFacts> known =
        stamp
            .flatMap(now -> kept.find(name, now))
            .filter(facts -> outline || !facts.outline())
            .map(facts -> outline && !facts.ofPython() ? facts.toOutline() : facts);
    if (known.isPresent()) {
      files.checkCancelled();
      return known;
    }
    Optional<RustFacts> facts =
        files
            .read(file, LIMIT_BYTES)
            .map(text -> outline ? RustScanner.outline(name, text) : RustScanner.scan(name, text));
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

  private List<Source> sources(Source parent, RustFacts facts) {
    return facts.modules().stream().flatMap(module -> sources(parent, module).stream()).toList();
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
