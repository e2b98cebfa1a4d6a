package io.github.pyo3doctor.binary;

import java.util.Optional;

/**
 * A name that an ELF file asks for or offers.
 *
 * @param name the name
 * @param version the version it is bound to, {@code GLIBC_2.34}; empty when it has none
 * @param weak whether the loader goes on when an asked-for name is nowhere found
 */
public record ElfSymbol(String name, Optional<String> version, boolean weak) {}
