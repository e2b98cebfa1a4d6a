package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * What a Python says of itself when it is asked, as far as it decides how PyO3 is built for it.
 *
 * @param implementation {@code platform.python_implementation()}: {@code CPython}, {@code PyPy},
 *     {@code GraalVM}
 * @param version {@code 3.13.0}, {@code 3.14.0rc1}; of PyPy and GraalPy that of the language
 * @param executable {@code sys.executable}, which PyO3 takes down as well; a stand-in such as
 *     pyenv's names another file than the one that was started
 * @param prefix {@code sys.base_prefix}: where the installation lies, also for a virtual
 *     environment
 * @param architecture the processor it is built for, {@code x86_64}, {@code aarch64}, {@code
 *     universal2}
 * @param pointerWidth in bits
 * @param freeThreaded whether it is built without the global interpreter lock
 * @param debug whether it is a debug build
 * @param shared whether PyO3 takes its library to be a shared one
 * @param libraryFolder {@code LIBDIR}, where PyO3 sends the linker on Unix
 * @param sharedLibrary its shared library, where that is there
 * @param headers the folder of {@code Python.h}, where that is there
 * @param importLibrary what MSVC links against, {@code libs\python312.lib}, where that is there
 * @param framework the folder of the macOS framework it is a part of
 */
public record PythonBuild(
    String implementation,
    String version,
    String executable,
    String prefix,
    String architecture,
    int pointerWidth,
    boolean freeThreaded,
    boolean debug,
    boolean shared,
    Optional<String> libraryFolder,
    Optional<String> sharedLibrary,
    Optional<String> headers,
    Optional<String> importLibrary,
    Optional<String> framework) {
  /** {@code CPython 3.13.0, free-threaded, x86_64}. */
  public String name() {
    return implementation
        + " "
        + version
        + (freeThreaded ? ", free-threaded" : "")
        + (debug ? ", debug build" : "")
        + ", "
        + architecture;
  }
}
