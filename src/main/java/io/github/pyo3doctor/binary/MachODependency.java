package io.github.pyo3doctor.binary;

/**
 * A library that a Mach-O file needs.
 *
 * @param name its install name: a path, or one that begins with {@code @rpath}, {@code
 *     @loader_path} or {@code @executable_path}
 * @param kind how it is needed
 */
public record MachODependency(String name, Kind kind) {
  /** The load command that names it ({@code mach-o/loader.h}). */
  public enum Kind {
    /** {@code LC_LOAD_DYLIB}. */
    PLAIN,
    /** {@code LC_LOAD_WEAK_DYLIB}: dyld goes on without it. */
    WEAK,
    /**
     * {@code LC_REEXPORT_DYLIB}: whoever asks this file for a name may get it from that library.
     */
    REEXPORTED,
    /** {@code LC_LOAD_UPWARD_DYLIB}: needed in turn by what it needs. */
    UPWARD,
    /** {@code LC_LAZY_LOAD_DYLIB}: loaded at the first call, by today's dyld not at all. */
    LAZY
  }

  /** Whether dyld goes on without it. */
  public boolean optional() {
    return kind == Kind.WEAK || kind == Kind.LAZY;
  }
}
