package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * A Python DLL.
 *
 * @param name its file name
 * @param architecture the machine it is built for; empty when the file is no readable DLL
 * @param forwardsTo for {@code python3.dll}: the DLL that its exports forward to, {@code
 *     python312.dll}
 */
public record PythonDll(
    String name, Optional<Architecture> architecture, Optional<String> forwardsTo) {}
