package io.github.pyo3doctor.binary;

import java.util.Optional;

/**
 * A name that a Mach-O file asks another one for.
 *
 * @param name the name, without the underscore that C puts before it
 * @param library the install name of the library that must have it; empty when dyld takes it from
 *     whichever image has it, as with {@code -undefined dynamic_lookup}
 * @param weak whether dyld goes on when it is nowhere found
 */
public record MachOImport(String name, Optional<String> library, boolean weak) {}
