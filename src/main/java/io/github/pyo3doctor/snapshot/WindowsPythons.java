package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * The Pythons that a Windows machine has been told of, and the launcher {@code py} that goes by
 * them. PyO3 and {@code maturin develop} ask neither.
 *
 * @param registered every Python in the registry, in the order of reading
 * @param launcher {@code py}, where {@code PATH} leads to one
 */
public record WindowsPythons(
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Registered> registered, Optional<Launcher> launcher) {
  /**
   * A Python that an installer wrote down. Source: PEP 514.
   *
   * @param key the part of the registry it stands in, {@code HKEY_CURRENT_USER}, {@code
   *     HKEY_LOCAL_MACHINE} and, of what 32-bit installers wrote there, {@code HKEY_LOCAL_MACHINE
   *     (32-bit)}
   * @param company who made it, {@code PythonCore} for those of python.org
   * @param tag its name there, {@code 3.12}, {@code 3.8-32}
   * @param executable the file that starts it
   * @param exists whether that is there
   */
  public record Registered(
      String key, String company, String tag, String executable, boolean exists) {}

  /**
   * The launcher.
   *
   * @param program the file that {@code PATH} leads to
   * @param version the Python that is asked for when it is called without a version; empty when
   *     nothing does
   * @param askedForBy what does: {@code PY_PYTHON}, or a {@code py.ini}
   */
  public record Launcher(String program, Optional<String> version, Optional<String> askedForBy) {}
}
