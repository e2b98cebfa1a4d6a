package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * The build script of a package that depends on PyO3, as far as it gives the linker arguments.
 *
 * @param path the script, relative to the project's root
 * @param helpers the functions of {@code pyo3_build_config} that it calls, each where it does
 * @param linkerArguments the strings in it that hold an argument for the linker, {@code
 *     cargo:rustc-link-arg=…} for instance
 */
public record BuildScript(
    String path, List<Located<String>> helpers, List<Located<String>> linkerArguments) {}
