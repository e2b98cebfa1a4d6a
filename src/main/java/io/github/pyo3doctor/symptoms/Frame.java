package io.github.pyo3doctor.symptoms;

import java.util.regex.Pattern;

/**
 * Lines of a stack dump, as gdb, lldb, py-spy, faulthandler and WinDbg print them, that tell
 * threads apart and how a thread stands to Python. Functions of Rust keep the mangled form of their
 * names in some.
 */
enum Frame {
  NEXT_THREAD(
      "^ *(?:Thread (?:0x)?[0-9A-Fa-f]+ \\(|[*]? {0,2}thread #\\d|Current thread 0x"
          + "|[.# ]* *\\d+ +Id: [0-9a-f]+\\.[0-9a-f]+ )"),

  WAITS_FOR_PYTHON(
      "\\b(?:take_gil|PyEval_RestoreThread|PyEval_AcquireThread|_PyThreadState_Attach"
          + "|PyGILState_Ensure)\\b|\\bpyo3_ffi::[\\w:]*::(?:PyObject_|PyImport_|PyRun_)"),

  /** Called by Python, or attached on its own. */
  KEEPS_PYTHON(
      "__py(?:function|method)_|pyo3::impl_::trampoline|PyEval_EvalFrame|_PyEval_Vector"
          + "|cfunction_(?:vectorcall|call)|PyObject_(?:Vectorcall|Call|MakeTpCall)|\\.py:\\d+\\)"
          + "|\\bPython(?:<[^>]*>|::<[^>]*>)?::(?:attach|with_gil)\\b"),

  LETS_PYTHON_GO(
      "\\bPython(?:<[^>]*>|::<[^>]*>)?::(?:detach|allow_threads)\\b|Suspend(?:Attach|GIL)"
          + "|PyEval_SaveThread|_py_attached\\b|\\bPyOnceLock|\\bGILOnceCell|PyThread_acquire_lock");

  private final Pattern pattern;

  Frame(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  Pattern pattern() {
    return pattern;
  }
}
