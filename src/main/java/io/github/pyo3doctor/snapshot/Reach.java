package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a stretch of code comes to.
 *
 * @param word what it needs Python for: {@code attach}, {@code py}; empty when it does not say that
 *     it does
 * @param python the line that says so
 * @param calls the functions it calls, last segment only
 */
public record Reach(
    String word,
    Optional<Located<String>> python,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> calls) {
  /** Of code that comes to nothing. */
  public static final Reach NONE = new Reach("", Optional.empty(), List.of());

  /** The word of code that attaches, and then lets no other thread in. */
  public static final String ATTACHING_ONLY = "attach only";

  /** What detaches a thread for the length of a closure. */
  public static final Set<String> DETACHING = Set.of("detach", "allow_threads");

  /** Methods of Python objects that run code of Python's, with names that no other type has. */
  public static final Set<String> CALLING =
      Set.of("call0", "call1", "call_method", "call_method0", "call_method1");

  /** Methods behind {@code .bind(py)} that run code of the object's class. */
  public static final Set<String> ASKING_THE_CLASS =
      Set.of("eq", "ne", "lt", "le", "gt", "ge", "rich_compare", "repr", "str", "hash");

  /** What asks Python's event loop for a future, and so runs code of it. */
  public static final Set<String> MAKING_FUTURES =
      Set.of(
          "future_into_py",
          "future_into_py_with_locals",
          "local_future_into_py",
          "local_future_into_py_with_locals");

  /** Functions of Python's C interface that run Python for a thread that is attached. */
  public static final Set<String> OF_INTERFACE =
      Set.of(
          "PyImport_ImportModule",
          "PyImport_Import",
          "PyDateTime_IMPORT",
          "PyRun_SimpleString",
          "PyObject_CallObject",
          "PyObject_CallNoArgs");

  /** Whether the code detaches, and so has to attach again. */
  public boolean detaches() {
    return DETACHING.contains(word);
  }

  /** Whether it waits for Python only where the thread that comes there is not attached yet. */
  public boolean attachesOnly() {
    return word.equals(ATTACHING_ONLY);
  }

  /** Whether it stays attached and runs code of Python's, which may let other threads in. */
  public boolean runsPython() {
    return word.equals("import")
        || Stream.of(CALLING, ASKING_THE_CLASS, MAKING_FUTURES, OF_INTERFACE)
            .anyMatch(words -> words.contains(word));
  }
}
