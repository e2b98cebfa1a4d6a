package io.github.pyo3doctor.binary;

/**
 * A library that a Mach-O file needs.
 *
 * @param name its install name: a path, or one that begins with {@code @rpath}, {@code
 *     @loader_path} or {@code @executable_path}
 * @param optional whether dyld goes on without it (weak, or loaded at the first call)
 */
public record MachODependency(String name, boolean optional) {}
