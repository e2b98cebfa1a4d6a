package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * What became of a program that PyO3's build script would start as a Python.
 *
 * @param program as the build script writes it: {@code python}, {@code python3}, the value of
 *     {@code PYO3_PYTHON}, or the path it makes of a virtual environment
 * @param file what the system starts when it is asked for that; empty when there is nothing to
 *     start
 * @param passedOver what lay on the way and was not started, one line each
 * @param says the first line it prints when it is asked for its version; empty when it was not
 *     asked because it told about itself, or prints nothing
 * @param build what it tells of itself; empty when it does not
 * @param trouble why it could not be started, or tells nothing of itself
 * @param unasked why it is not known what it would tell
 */
public record PythonLookup(
    String program,
    Optional<String> file,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> passedOver,
    Optional<String> says,
    Optional<PythonBuild> build,
    Optional<String> trouble,
    Optional<String> unasked) {
  /**
   * Whether PyO3's build script takes it for a Python: what it prints begins with {@code Python 3}
   * or {@code GraalPy 3}. One that told about itself was not asked for that line.
   */
  public boolean answersAsPython3() {
    return build
        .map(known -> known.version().startsWith("3."))
        .orElseGet(() -> says.filter(line -> line.matches("(?s)(Python|GraalPy) 3.*")).isPresent());
  }
}
