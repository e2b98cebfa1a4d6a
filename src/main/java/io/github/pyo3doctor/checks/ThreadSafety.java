package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of a type whether something in it surely keeps it from being {@code Send} or {@code Sync},
 * by the rules of the standard library for its own types and by the fields of the crate's types. Of
 * anything else nothing is said.
 *
 * @see <a href="https://doc.rust-lang.org/reference/special-types-and-traits.html#auto-traits">The
 *     Rust Reference, Auto traits</a>
 */
final class ThreadSafety {
  /** The two promises. */
  enum Promise {
    /** It may be used and dropped by another thread. */
    SEND("Send"),
    /** Several threads may look at it at once. */
    SYNC("Sync");

    private final String trait;

    Promise(String trait) {
      this.trait = trait;
    }

    String trait() {
      return trait;
    }
  }

  /**
   * What keeps a type from it.
   *
   * @param culprit what does, as people call it
   * @param steps the fields that lead to it
   * @param conditions the {@code cfg} predicates under which they do
   */
  record Obstacle(String culprit, List<Located<String>> steps, List<String> conditions) {
    Obstacle behind(Located<String> step, List<String> further) {
      List<Located<String>> longer = new ArrayList<>(List.of(step));
      longer.addAll(steps);
      List<String> all = new ArrayList<>(further);
      all.addAll(conditions);
      return new Obstacle(culprit, List.copyOf(longer), List.copyOf(all));
    }
  }

  private static final Set<String> NEITHER =
      Set.of("std::rc::Rc", "std::rc::Weak", "std::ptr::NonNull");

  private static final Set<String> NOT_SEND =
      Set.of("std::sync::MutexGuard", "std::sync::RwLockReadGuard", "std::sync::RwLockWriteGuard");

  private static final Set<String> NOT_SYNC =
      Set.of(
          "std::cell::Cell",
          "std::cell::RefCell",
          "std::cell::UnsafeCell",
          "std::cell::OnceCell",
          "std::cell::LazyCell",
          "std::sync::mpsc::Receiver",
          "once_cell::unsync::OnceCell",
          "once_cell::unsync::Lazy");

  /** As sendable as what is in them, and that suffices for being shared. */
  private static final Set<String> LOCKS =
      Set.of(
          "std::sync::Mutex",
          "parking_lot::Mutex",
          "std::sync::mpsc::Sender",
          "std::sync::mpsc::SyncSender");

  /** They give out what is in them to several threads at once. */
  private static final Set<String> SHARING =
      Set.of(
          "std::sync::RwLock",
          "parking_lot::RwLock",
          "std::sync::OnceLock",
          "std::sync::LazyLock",
          "once_cell::sync::OnceCell",
          "once_cell::sync::Lazy");

  private static final Set<String> SHARED = Set.of("std::sync::Arc", "std::sync::Weak");

  /** What is as their arguments are. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "Option",
          "Box",
          "Vec",
          "Result",
          "std::boxed::Box",
          "std::collections::HashMap",
          "std::collections::HashSet",
          "std::collections::BTreeMap",
          "std::collections::BTreeSet",
          "std::collections::VecDeque",
          "std::collections::BinaryHeap",
          "std::collections::LinkedList",
          "std::marker::PhantomData",
          "std::pin::Pin",
          "std::mem::ManuallyDrop",
          "std::mem::MaybeUninit",
          "std::cmp::Reverse",
          "std::iter::Peekable");

  /** Traits that say nothing about threads. */
  private static final Set<String> SILENT_TRAITS =
      Set.of(
          "Fn",
          "FnMut",
          "FnOnce",
          "Iterator",
          "std::any::Any",
          "std::error::Error",
          "std::fmt::Debug",
          "std::fmt::Display",
          "std::future::Future",
          "std::io::Read",
          "std::io::Write",
          "std::iter::Iterator",
          "std::ops::Fn",
          "std::ops::FnMut",
          "std::ops::FnOnce");

  /** First segments of paths that lead out of every crate, or of which nothing is known. */
  private static final Set<String> OUTSIDE = Set.of("std", "core", "alloc", "unknown", "Self");

  private static final int DEEPEST = 20;

  private final Map<String, List<TypeDeclaration>> declared = new HashMap<>();
  private final Set<String> promised;
  private final Set<String> otherCrates;

  /**
   * @param declarations the types of the crate
   * @param otherCrates the crates that it can name
   * @param promised the types of which the crate says {@code unsafe impl Send} or {@code Sync}
   */
  ThreadSafety(List<TypeDeclaration> declarations, Set<String> otherCrates, Set<String> promised) {
    for (TypeDeclaration each : declarations) {
      declared.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
    }
    this.otherCrates = Set.copyOf(otherCrates);
    this.promised = Set.copyOf(promised);
  }

  /** What keeps a type of the crate from a promise; empty when nothing certain does. */
  Optional<Obstacle> obstacle(Promise promise, TypeDeclaration type) {
    return inParts(promise, type, Map.of(), new HashSet<>());
  }

  private Optional<Obstacle> inParts(
      Promise promise, TypeDeclaration type, Map<String, RustType> arguments, Set<String> visited) {
    if (visited.size() > DEEPEST || !visited.add(type.name())) {
      return Optional.empty();
    }
    for (TypeDeclaration.Part part : type.parts()) {
      Optional<Obstacle> found = obstacle(promise, RustType.of(part.type()), arguments, visited);
      if (found.isPresent()) {
        List<String> conditions = new ArrayList<>(type.conditions());
        conditions.addAll(part.conditions());
        String owner = part.name().isEmpty() ? type.name() : type.name() + "." + part.name();
        Located<String> step =
            new Located<>("`%s` is `%s`".formatted(owner, part.written()), part.location());
        return Optional.of(found.get().behind(step, conditions));
      }
    }
    visited.remove(type.name());
    return Optional.empty();
  }

  private Optional<Obstacle> obstacle(
      Promise promise, RustType type, Map<String, RustType> arguments, Set<String> visited) {
    return switch (type) {
      case RustType.Pointer _ -> culprit("a raw pointer");
      case RustType.Opaque _ -> Optional.empty();
      case RustType.Reference(RustType to, boolean mutable) ->
          obstacle(mutable ? promise : Promise.SYNC, to, arguments, visited);
      case RustType.Of(List<RustType> parts) -> inAny(promise, parts, arguments, visited);
      case RustType.Dyn(List<String> traits) -> {
        boolean silent = SILENT_TRAITS.containsAll(withoutPromises(traits));
        boolean promised = traits.stream().anyMatch(each -> last(each).equals(promise.trait()));
        yield silent && !promised && !traits.isEmpty()
            ? culprit("`dyn %s` without `+ %s`".formatted(last(traits.getFirst()), promise.trait()))
            : Optional.empty();
      }
      case RustType.Named named -> inNamed(promise, named, arguments, visited);
    };
  }

  private static List<String> withoutPromises(List<String> traits) {
    return traits.stream()
        .filter(each -> !Set.of("Send", "Sync", "Unpin").contains(last(each)))
        .toList();
  }

  private Optional<Obstacle> inAny(
      Promise promise, List<RustType> types, Map<String, RustType> arguments, Set<String> visited) {
    for (RustType each : types) {
      Optional<Obstacle> found = obstacle(promise, each, arguments, visited);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Obstacle> inNamed(
      Promise promise, RustType.Named named, Map<String, RustType> arguments, Set<String> visited) {
    String path = named.path().replaceFirst("^(core|alloc)::", "std::");
    List<RustType> inner = named.arguments();
    if (arguments.containsKey(path)) {
      return obstacle(promise, arguments.get(path), Map.of(), visited);
    }
    boolean kept =
        NEITHER.contains(path)
            || (promise == Promise.SEND && NOT_SEND.contains(path))
            || (promise == Promise.SYNC && NOT_SYNC.contains(path));
    if (kept) {
      return culprit("`" + last(path) + "`");
    }
    if (SHARED.contains(path) || (promise == Promise.SYNC && SHARING.contains(path))) {
      return inFirst(Promise.SEND, inner, arguments, visited)
          .or(() -> inFirst(Promise.SYNC, inner, arguments, visited));
    }
    if (LOCKS.contains(path) || SHARING.contains(path)) {
      return inFirst(Promise.SEND, inner, arguments, visited);
    }
    if (NOT_SYNC.contains(path) || NOT_SEND.contains(path)) {
      return inFirst(promise, inner, arguments, visited);
    }
    if (CONTAINERS.contains(path)) {
      return inAny(promise, inner, arguments, visited);
    }
    return own(path)
        .flatMap(type -> inParts(promise, type, bound(type, inner, arguments), visited));
  }

  private Optional<Obstacle> inFirst(
      Promise promise, List<RustType> inner, Map<String, RustType> arguments, Set<String> visited) {
    return inner.isEmpty()
        ? Optional.empty()
        : obstacle(promise, inner.getFirst(), arguments, visited);
  }

  /** The one type of the crate that a path can name, unless the crate vouches for it. */
  private Optional<TypeDeclaration> own(String path) {
    String first = path.replaceFirst("::.*", "");
    boolean foreign =
        path.contains("::") && (otherCrates.contains(first) || OUTSIDE.contains(first));
    String name = last(path);
    List<TypeDeclaration> all = declared.getOrDefault(name, List.of());
    return foreign || all.size() != 1 || promised.contains(name)
        ? Optional.empty()
        : Optional.of(all.getFirst());
  }

  /** Arguments that speak of the parameters around them are opaque. */
  private static Map<String, RustType> bound(
      TypeDeclaration type, List<RustType> inner, Map<String, RustType> outer) {
    Map<String, RustType> found = new HashMap<>();
    for (int i = 0; i < type.parameters().size(); i++) {
      boolean given = i < inner.size() && outer.isEmpty();
      found.put(type.parameters().get(i), given ? inner.get(i) : new RustType.Opaque());
    }
    return found;
  }

  private static Optional<Obstacle> culprit(String name) {
    return Optional.of(new Obstacle(name, List.of(), List.of()));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf(':') + 1);
  }
}
