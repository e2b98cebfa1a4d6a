package io.github.pyo3doctor.binary;

import java.util.Optional;

/**
 * A name that a Mach-O file asks another one for.
 *
 * @param name the name, without the underscore that C puts before it
 * @param from where dyld looks for it
 * @param library the install name of the library that must have it, if {@code from} is {@link
 *     From#LIBRARY}
 * @param weak whether dyld goes on when it is nowhere found
 */
public record MachOImport(String name, From from, Optional<String> library, boolean weak) {
  /** Where a name is looked for ({@code n_desc} in {@code mach-o/nlist.h}). */
  public enum From {
    /** In one library, and what that exports of others. */
    LIBRARY,
    /** In the file itself. */
    ITSELF,
    /** In the program, as bundles linked with {@code -bundle_loader} do. */
    PROGRAM,
    /** In whatever image has it, as with {@code -undefined dynamic_lookup}. */
    ANY_IMAGE
  }
}
