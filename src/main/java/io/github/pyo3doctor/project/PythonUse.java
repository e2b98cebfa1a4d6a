package io.github.pyo3doctor.project;

import java.util.Set;

/** Recognises code that needs Python's symbols when it runs. */
final class PythonUse {
  private static final Set<String> ATTACHING =
      Set.of(
          "with_gil",
          "with_gil_unchecked",
          "attach",
          "attach_unchecked",
          "try_attach",
          "initialize",
          "assume_attached",
          "assume_gil_acquired",
          "acquire_gil");

  private static final Set<String> STARTING =
      Set.of("prepare_freethreaded_python", "with_embedded_python_interpreter");

  /** Types whose values hold, or whose presence requires, a Python object or an attached thread. */
  private static final Set<String> PYTHON_TYPES =
      Set.of("PyResult", "PyErr", "PyRef", "PyRefMut", "PyObject", "PyAny", "PyModule", "Python");

  /** Names too short to be taken for PyO3's without their {@code <}. */
  private static final Set<String> GENERIC_TYPES = Set.of("Py", "Bound", "Borrowed");

  /** What every name above and below begins with. */
  private static final String FIRST_LETTERS = "PBpwaf";

  private PythonUse() {}

  /** Whether the word at {@code token} begins such code, in a function's signature or its body. */
  static boolean startsAt(RustTokens tokens, int token, boolean inSignature) {
    if (FIRST_LETTERS.indexOf(tokens.firstLetter(token)) < 0) {
      return false;
    }
    String word = tokens.text(token);
    if (word.equals("Python") && tokens.is(token + 1, "::") && tokens.isWord(token + 2)) {
      return ATTACHING.contains(tokens.text(token + 2));
    }
    if (STARTING.contains(word)) {
      return tokens.is(token + 1, '(');
    }
    if (word.equals("append_to_inittab")) {
      return tokens.is(token + 1, '!');
    }
    if (word.equals("Py") && tokens.is(token + 1, "::")) {
      return true;
    }
    if (word.equals("ffi") || word.equals("pyo3_ffi")) {
      return callsPythonFunction(tokens, token);
    }
    boolean isRaw =
        tokens.is(token - 1, "::")
            && (tokens.is(token - 2, "ffi") || tokens.is(token - 2, "pyo3_ffi"));
    return inSignature
        && !isRaw
        && (PYTHON_TYPES.contains(word)
            || (GENERIC_TYPES.contains(word) && tokens.is(token + 1, '<')));
  }

  private static boolean callsPythonFunction(RustTokens tokens, int token) {
    if (!tokens.is(token + 1, "::") || !tokens.isWord(token + 2)) {
      return false;
    }
    String function = tokens.text(token + 2);
    return (function.startsWith("Py") || function.startsWith("_Py")) && tokens.is(token + 3, '(');
  }
}
