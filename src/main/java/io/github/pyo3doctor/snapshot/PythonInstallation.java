package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * A Python that PyO3's build script could take.
 *
 * @param executable its {@code python.exe}
 * @param foundBy why it counts: {@code PYO3_PYTHON}, {@code VIRTUAL_ENV}, {@code CONDA_PREFIX} or
 *     {@code PATH}
 * @param home the directory that holds its DLLs; for a virtual environment that of its base Python
 * @param dll the version-specific DLL in that directory, {@code python312.dll}
 */
public record PythonInstallation(
    String executable, String foundBy, String home, Optional<String> dll) {}
